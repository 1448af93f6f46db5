import Foundation
import Testing

@testable import HJ212

/// Every name that a program or screen can see has its words in `Docs/hj212.md`.
struct DocumentationTests {
    private static let text: String = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Docs/hj212.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    @Test(arguments: Tolerance.allCases.map(\.rawValue) + Judgement.Reason.allCases.map(\.rawValue))
    func `a tolerance and a reason are explained`(name: String) {
        #expect(Self.text.components(separatedBy: "| `\(name)` |").count == 2)
    }

    @Test func `nothing is explained that does not exist`() {
        let names = Set(Tolerance.allCases.map(\.rawValue) + Judgement.Reason.allCases.map(\.rawValue))
        let explained = Self.text.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| `") else { return nil }
            return String(line.dropFirst(3).prefix { $0 != "`" })
        }
        #expect(Set(explained) == names)
    }
}
