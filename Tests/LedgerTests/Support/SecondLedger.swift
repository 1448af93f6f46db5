import Ledger
import Second
import Testing

/// The ledger's formats in Python: `Tools/second/ledger.py`.
enum SecondLedger {
    /// The answer to one request.
    static func ask(_ request: CanonicalValue) async throws -> CanonicalValue {
        try #require(try await ask([request]).first)
    }

    /// The answers to requests, in their order; both are canonical bytes, one a line.
    static func ask(_ requests: [CanonicalValue]) async throws -> [CanonicalValue] {
        var input: [UInt8] = []
        for request in requests { input += try request.bytes() + [0x0A] }
        let output = try await SecondOpinion.output(of: "ledger.py", input: input)
        #expect(output.status == 0)
        let answers = try output.bytes.split(separator: 0x0A).map { try CanonicalValue(canonical: Array($0)) }
        #expect(answers.count == requests.count)
        return answers
    }
}
