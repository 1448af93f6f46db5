import Ledger
import Testing

struct LedgerRecordTests {
    private let record = LedgerRecord(
        sequence: 7, timeMilliseconds: 1_795_000_000_123, actor: "system", action: "registry.object.registered",
        subject: "D001A", body: ["kind": "station", "version": 1], rules: ["HJ633-2026"])

    @Test func `a record has exactly one form`() throws {
        let text =
            #"{"action":"registry.object.registered","actor":"system","body":{"kind":"station","version":1},"#
            + #""rules":["HJ633-2026"],"seq":7,"subject":"D001A","time":1795000000123}"#
        #expect(String(decoding: try record.bytes(), as: UTF8.self) == text)
        #expect(try LedgerRecord(canonical: record.bytes()) == record)
    }

    @Test func `a body without kind and version is no record`() throws {
        let bare = LedgerRecord(
            sequence: 1, timeMilliseconds: 0, actor: "a", action: "b", subject: "c", body: [:], rules: [])
        #expect(throws: LedgerError(.malformedRecord, detail: "body")) {
            try LedgerRecord(canonical: bare.bytes())
        }
    }

    @Test(arguments: [
        ("note", #""note":1,"rules":[],"seq":1,"subject":"c","time":0"#),
        ("rules", #""seq":1,"subject":"c","time":0"#),
        ("rules", #""rules":[1],"seq":1,"subject":"c","time":0"#),
        ("seq, time", #""rules":[],"seq":"1","subject":"c","time":0"#),
        ("subject", #""rules":[],"seq":1,"time":0"#),
    ])
    func `a record has exactly its seven members`(field: String, rest: String) {
        let text = #"{"action":"b","actor":"a","body":{"kind":"k","version":1},"# + rest + "}"
        #expect(throws: LedgerError(.malformedRecord, detail: field)) { try LedgerRecord(canonical: Array(text.utf8)) }
    }
}
