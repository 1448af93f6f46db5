import Testing

@testable import Reporting

/// The names of claims, as they are printed and typed.
struct ClaimIDTests {
    @Test(arguments: ["7F3K-2M9Q-4X6T", "7f3k2m9q4x6t", "7F3K 2M9Q 4X6T", "7F3K-2M9Q-4X6T "])
    func `a claim's name is read as people type it`(typed: String) {
        #expect(ClaimID(rawValue: typed)?.rawValue == "7F3K-2M9Q-4X6T")
        #expect(ClaimID(rawValue: "o1il-0000-0000")?.rawValue == "0111-0000-0000")
        for wrong in ["", "7F3K-2M9Q-4X6", "7F3K-2M9Q-4X6TT", "7F3K-2M9Q-4X6U", "青衡"] {
            #expect(ClaimID(rawValue: wrong) == nil)
        }
    }
}
