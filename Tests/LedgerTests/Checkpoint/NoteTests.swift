import Testing

@testable import Ledger

/// Notes against the example of Go's `golang.org/x/mod/sumdb/note`, from which C2SP `signed-note` was written.
struct NoteTests {
    private static let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    private static let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    private static let text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    private static let line =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    private static func note(_ text: String) throws -> SignedNote { try SignedNote(Array(text.utf8)) }

    @Test func `the example is read, verified and made again`() throws {
        let key = try VerifierKey(Self.key)
        #expect(key.text == Self.key)
        #expect(key.id == 0xC74F_20A3)
        let note = try Self.note(Self.text + "\n" + Self.line)
        #expect(note.text == Array(Self.text.utf8))
        #expect(try note.signature(of: key) == NoteProof(name: KeyName("PeterNeumann"), timeSeconds: nil))
        #expect(note.bytes == Array((Self.text + "\n" + Self.line).utf8))

        let signer = try SigningKey(Self.secret + "\n")
        #expect(signer.verifier == key)
        #expect(signer.secretText == Self.secret)
        var again = try Self.note(Self.text + "\n" + "— other AAAAAAA=\n")
        try again.sign(with: signer, timeSeconds: 0)
        #expect(again.bytes == Array((Self.text + "\n" + "— other AAAAAAA=\n" + Self.line).utf8))
    }

    @Test func `a changed text or signature is refused, an unknown key ignored`() throws {
        let key = try VerifierKey(Self.key)
        let changed = try Self.note(Self.text.replacing("think", with: "thunk") + "\n" + Self.line)
        #expect(throws: LedgerError(.badSignature, detail: "PeterNeumann")) { try changed.signature(of: key) }
        let good = try Self.note(Self.text + "\n" + Self.line)
        let stranger = try SigningKey(name: KeyName("PeterNeumann"), type: .ed25519, secret: [UInt8](1...32))
        #expect(try good.signature(of: stranger.verifier) == nil)
        // One false line of a known key spoils the note, even beside a good one.
        let broken = Self.line.replacing("x08go/Z", with: "x08go/Y")
        let both = try Self.note(Self.text + "\n" + Self.line + broken)
        #expect(throws: LedgerError(.badSignature, detail: "PeterNeumann")) { try both.signature(of: key) }
    }

    @Test(arguments: [
        ("", "blank line"), ("text\n", "blank line"), ("text\n\n", "blank line"),
        ("text\n\n— a AAAAAAA=", "blank line"),
        ("text\r\n\n— a AAAAAAA=\n", "control character"), ("text\n\n- a AAAAAAA=\n", "1"),
        ("text\n\n—a AAAAAAA=\n", "1"),
        ("text\n\n— a AAAAAA==\n", "1"), ("text\n\n— a\n", "1"), ("text\n\n—  AAAAAAA=\n", "1"),
        ("text\n\n— a+b AAAAAAA=\n", "1"), ("text\n\n— a AAAAAAA= \n", "1"), ("text\n\n— a AAAAAAA=\n— b !\n", "2"),
        ("text\n\n— a\u{3000}b AAAAAAA=\n", "1"),
    ])
    func `what is no note is refused`(text: String, detail: String) {
        #expect(throws: LedgerError(.malformedNote, detail: detail)) { try Self.note(text) }
    }

    @Test func `bytes that are not UTF-8, and too many of them, are refused`() {
        #expect(throws: LedgerError(.malformedNote, detail: "UTF-8")) {
            try SignedNote([0xFF] + Array("\n\n— a AAAAAAA=\n".utf8))
        }
        let large = [UInt8](repeating: 0x61, count: SignedNote.greatestBytes) + Array("\n\n— a AAAAAAA=\n".utf8)
        #expect(throws: LedgerError(.noteTooLarge, detail: "\(large.count)")) { try SignedNote(large) }
        let many = "text\n\n" + String(repeating: "— a AAAAAAA=\n", count: SignedNote.greatestSignatures)
        #expect(throws: Never.self) { try Self.note(many) }
        #expect(throws: LedgerError(.noteTooLarge, detail: "101")) { try Self.note(many + "— a AAAAAAA=\n") }
    }

    @Test func `no mangled key is taken for one`() {
        let bytes = Array(Self.key.utf8)
        for start in 0...bytes.count {
            for end in start...bytes.count where (start, end) != (0, bytes.count) {
                let part = String(decoding: bytes[start..<end], as: UTF8.self)
                #expect(throws: LedgerError.self) { try VerifierKey(part) }
            }
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] += 1
            let text = String(decoding: changed, as: UTF8.self)
            #expect(throws: LedgerError.self) { try VerifierKey(text) }
        }
    }

    @Test(arguments: [
        ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", LedgerError.Code.keyIDMismatch),
        ("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .unknownSignatureType),
        ("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .malformedKeyName),
        ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10", .malformedKey),
        ("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .malformedKey),
        ("", .malformedKey),
    ])
    func `the fault of a key is named`(text: String, code: LedgerError.Code) {
        let error = #expect(throws: LedgerError.self) { try VerifierKey(text) }
        #expect(error?.code == code)
    }

    @Test func `no fault of a signing key shows its secret`() {
        for text in [
            Self.secret.dropLast(2), Self.secret.dropFirst(3), Self.secret.replacing("c74f", with: "c74e")[...],
        ] {
            let error = #expect(throws: LedgerError.self) { try SigningKey(String(text)) }
            #expect(error?.detail.contains("AYEKFALV") == false)
        }
    }
}
