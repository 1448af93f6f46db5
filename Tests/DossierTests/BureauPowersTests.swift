import Catalog
import Law
import Standards
import Testing

@testable import Dossier

/// What the bureau may decide alone follows from amounts that local law sets.
struct BureauPowersTests {
    private let powers: BureauPowers

    init() throws {
        let day = try #require(CivilDate("2026-11-27"))
        powers = try BureauPowers(try RuleCatalog.load(overlay: nil), on: day)
    }

    @Test("A planned fine entitles to a hearing from the very amount on, of an entity and of a citizen by its own")
    func hearingThreshold() {
        #expect(powers.entitlesToHearing(Money(yuan: 200_000), of: .entity))
        #expect(!powers.entitlesToHearing(Money(fen: 19_999_999), of: .entity))
        #expect(powers.entitlesToHearing(Money(yuan: 5_000), of: .citizen))
        #expect(!powers.entitlesToHearing(Money(fen: 499_999), of: .business))
    }

    @Test("Amounts that nobody read in the official text stay marked")
    func confidence() {
        #expect(powers.hearingConfidence == .provisional)
        #expect(powers.discussionConfidence == .provisional)
        #expect(powers.discussion == Money(yuan: 500_000))
    }
}
