import Records
import Testing

@testable import Site

struct PeopleRecordingTests {
    @Test func `what no record can hold is a refusal in words, not a fault of the server`() throws {
        let message = try PeopleRecording.message(RecordsError(.invalid, field: "subject", detail: "NUL"))
        #expect(message.contains("不符合要求") && message.contains("没有保存"))
        #expect(throws: RecordsError(.unknownAction, detail: "x")) {
            try PeopleRecording.message(RecordsError(.unknownAction, detail: "x"))
        }
    }
}
