import Testing

@testable import Registry

/// What a file says, of what its records say: who corrects whom, what contradicts, what was known when.
struct SourceFileTests {
    private func event(
        _ sequence: Int64, _ origin: String, _ values: [String: String?], act: SourceEvent.Act = .changed,
        undoneBy: Int64? = nil
    ) -> SourceEvent {
        SourceEvent(
            act: act, sequence: sequence, timeMilliseconds: sequence, actor: "甲", origin: SourceOrigin(name: origin),
            decides: origin == SourceOrigin.personName, values: values, other: nil, reason: "", undoneBy: undoneBy)
    }

    private func file(_ events: [SourceEvent], asOf sequence: Int64? = nil) -> SourceFile {
        SourceFile(id: "s", kind: "enterprise", isObject: false, events: events, asOf: sequence)
    }

    private var registration: SourceEvent { event(1, "许可", ["name": "甲厂", "code": "1"], act: .registered) }

    @Test func `two origins that differ stay both known, and the first holds until a person decides`() throws {
        let contested = file([registration, event(2, "环统", ["code": "2"])])
        #expect(contested.value("code") == "1")
        #expect(contested.contestedFields == ["code"])
        let other = try #require(contested.fields["code"]?.contested.first)
        #expect(other.value == "2" && other.origin.name == "环统" && other.sequence == 2)
        let decided = file([
            registration, event(2, "环统", ["code": "2"]), event(3, SourceOrigin.personName, ["code": "2"]),
        ])
        #expect(decided.value("code") == "2")
        #expect(decided.contestedFields.isEmpty)
    }

    @Test func `an origin corrects itself, and takes its contradiction back`() {
        let events = [registration, event(2, "许可", ["code": "3"]), event(3, "环统", ["code": "2"])]
        #expect(file(events).value("code") == "3")
        #expect(file(events + [event(4, "环统", ["code": "3"])]).contestedFields.isEmpty)
        #expect(file(events + [event(4, "许可", ["code": "2"])]).contestedFields.isEmpty)
    }

    @Test func `what an origin repeats after a decision opens no new conflict, a new value does`() {
        let decided = [
            registration, event(2, "环统", ["code": "2"]), event(3, SourceOrigin.personName, ["code": "9"]),
        ]
        #expect(file(decided + [event(4, "环统", ["code": "2"])]).contestedFields.isEmpty)
        #expect(file(decided).effect(of: "2", on: "code", from: "环统", decides: false) == .nothing)
        #expect(file(decided + [event(4, "环统", ["code": "5"])]).contestedFields == ["code"])
        #expect(file(decided + [event(4, "环统", ["code": "5"])]).value("code") == "9")
    }

    @Test func `a field that was taken away is filled by whoever says something`() {
        let cleared = [registration, event(2, SourceOrigin.personName, ["code": ""])]
        #expect(file(cleared).value("code") == nil)
        #expect(file(cleared + [event(3, "环统", ["code": "2"])]).value("code") == "2")
    }

    @Test func `the file as of a record is what was known then`() {
        let events = [
            registration, event(2, SourceOrigin.personName, ["name": "乙厂"]), event(5, "环统", ["code": "2"]),
        ]
        #expect(file(events, asOf: 1).name == "甲厂")
        #expect(file(events, asOf: 4).name == "乙厂")
        #expect(file(events, asOf: 4).contestedFields.isEmpty)
        #expect(file(events, asOf: 5).contestedFields == ["code"])
        #expect(file(events, asOf: 0).state == .undone)
    }

    @Test func `what a batch brought counts until the batch is taken back, also in the past`() {
        let events = [registration, event(2, "环统", ["code": "2", "town": "某镇"], undoneBy: 7)]
        #expect(file(events).value("town") == nil)
        #expect(file(events).contestedFields.isEmpty)
        #expect(file(events, asOf: 6).value("town") == "某镇")
        #expect(file([event(1, "许可", ["name": "甲厂"], act: .registered, undoneBy: 3)]).state == .undone)
        #expect(file(events).history(of: "code").map(\.value) == ["1", "2"])
    }

    @Test func `facts about people are replaced, never compared`() {
        let events = [registration, event(2, "许可", ["legalPerson": nil]), event(3, "环统", ["legalPerson": nil])]
        #expect(file(events).fields["legalPerson"]?.current.sequence == 3)
        #expect(file(events).contestedFields.isEmpty)
        #expect(file(events).value("legalPerson") == nil)
        #expect(file(events).has("legalPerson"))
    }
}
