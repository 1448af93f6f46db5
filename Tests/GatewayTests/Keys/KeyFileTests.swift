import Foundation
import HJ212
import Testing

@testable import Gateway

struct KeyFileTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)").path
    private static let old = "0123456789abcdef"

    private func write(_ text: String, mode: Int = 0o600) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private var text: String {
        get throws { String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) }
    }

    private func key(_ text: String) throws -> CipherKey { try #require(CipherKey(text: text)) }

    @Test func `a line names the id, the key and which key of the id it is`() throws {
        let hex = Self.old.utf8.map { String($0, radix: 16) }.joined()
        try write(
            "# 甲站\nde01 \(hex)\nDE02\tAAAAAAAAAAAAAAAA former\nDE02 BBBBBBBBBBBBBBBB\r\nDE02 CCCCCCCCCCCCCCCC proposed\n"
        )
        let store = try KeyStore.opening(path)
        #expect(store.ids == ["DE01", "DE02"])
        #expect(store.ring("De01") == KeyRing(current: try key(Self.old)))
        #expect(
            store.ring("DE02")
                == KeyRing(
                    current: try key("BBBBBBBBBBBBBBBB"), proposed: try key("CCCCCCCCCCCCCCCC"),
                    former: [try key("AAAAAAAAAAAAAAAA")]))
    }

    @Test(arguments: [
        "K1", "K1 short", "K1 0123456789abcdef later", "K1 0123456789abcdef current more", "K1 0123456789abcde;",
        "K1 0123456789abcdef0123456789abcdeg",
    ])
    func `a line of another form is told by its number and never by what stands in it`(line: String) throws {
        try write("# x\n\(line)\n")
        let error = #expect(throws: KeyError.self) { try KeyStore.opening(path) }
        #expect(error?.code == .faultyLine)
        #expect(error?.message.contains("第 2 行") == true)
        #expect(error?.message.contains("0123456789") == false)
    }

    @Test(arguments: ["", " proposed"])
    func `an id has one valid key and one that waits`(role: String) throws {
        try write("K1 AAAAAAAAAAAAAAAA\(role)\nk1 BBBBBBBBBBBBBBBB\(role)\n")
        #expect(throws: KeyError(.repeated, "\(path) 第 2")) { try KeyStore.opening(path) }
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o660])
    func `a file that others can read or write is not used`(mode: Int) throws {
        try write("K1 \(Self.old)\n", mode: mode)
        #expect(throws: KeyError(.open, path)) { try KeyStore.opening(path) }
        #expect(KeyError(.open, path).message.contains("chmod 600"))
    }

    @Test func `a file that is not there is told by its path`() {
        #expect(throws: KeyError(.unreadable, path)) { try KeyStore.opening(path) }
    }

    @Test func `a new key is in the file before it is used, and the key before it stays`() throws {
        try write("# 甲站\nK1 \(Self.old)\n\nK2 AAAAAAAAAAAAAAAA\n")
        let store = try KeyStore.opening(path)
        let new = try store.propose(for: "k1")
        #expect(try KeyStore.opening(path).ring("K1") == KeyRing(current: try key(Self.old), proposed: new))
        // As long as one waits it is the one that is sent again.
        #expect(try store.propose(for: "K1") == new)
        #expect(try store.confirm("K1"))
        #expect(try !store.confirm("K1"))
        #expect(store.ring("K1") == KeyRing(current: new, former: [try key(Self.old)]))
        #expect(
            try text
                == "# 甲站\nK1 \(Self.old) former\nK1 \(try #require(new.text)) current\n\nK2 AAAAAAAAAAAAAAAA\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test func `what was written into the file meanwhile stays`() throws {
        try write("K1 \(Self.old)\n")
        let store = try KeyStore.opening(path)
        try write("K1 \(Self.old)\nK9 AAAAAAAAAAAAAAAA\n")
        _ = try store.propose(for: "K1")
        #expect(try KeyStore.opening(path).ids == ["K1", "K9"])
        // And what was spoilt is not written over.
        try write("K1 \(Self.old)\nK9\n")
        #expect(throws: KeyError(.faultyLine, "\(path) 第 2")) { try store.confirm("K1") }
    }

    @Test func `a key that cannot be written is none, and the file stays as it was`() throws {
        try write("K1 \(Self.old)\n")
        let store = try KeyStore.opening(path)
        // What is written first goes beside the file; there it finds a directory with something in it.
        try FileManager.default.createDirectory(atPath: path + ".part/x", withIntermediateDirectories: true)
        let error = #expect(throws: KeyError.self) { try store.propose(for: "K1") }
        #expect(error?.code == .unwritable)
        #expect(try text == "K1 \(Self.old)\n")
        #expect(store.ring("K1") == KeyRing(current: try key(Self.old)))
    }

    @Test func `a link to the file stays a link`() throws {
        let target = path + "-real"
        try write("K1 \(Self.old)\n")
        try FileManager.default.moveItem(atPath: path, toPath: target)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        let new = try KeyStore.opening(path).propose(for: "K1")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == target)
        #expect(try KeyStore.opening(target).ring("K1").proposed == new)
    }

    @Test func `no new key is made where there is none to cipher it with`() throws {
        #expect(throws: KeyError(.noFile)) { try KeyStore.none.propose(for: "K1") }
        try write("K1 \(Self.old) former\n")
        let store = try KeyStore.opening(path)
        #expect(throws: KeyError(.unknownID, "K1")) { try store.propose(for: "K1") }
        #expect(throws: KeyError(.unknownID, "K7")) { try store.propose(for: "K7") }
    }

    @Test func `neither the store nor the file nor what goes out is ever printed`() throws {
        try write("K1 \(Self.old)\n")
        let store = try KeyStore.opening(path)
        let secret = CommandSecret.key(try key(Self.old), id: "K1", creation: "20261122080000000")
        var dumped = ""
        dump(store, to: &dumped)
        dump(secret, to: &dumped)
        dump(try KeyFile("K1 \(Self.old)"), to: &dumped)
        #expect(!dumped.contains(Self.old))
        #expect(!"\(store) \(secret)".contains(Self.old))
    }
}
