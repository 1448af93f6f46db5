import Foundation
import Gateway
import HJ212
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Site

/// What pages show of devices that cipher what they send.
struct CipheredPacketTests {
    private static let mn = "DE0000000000000051000001"
    private static let secret = "0123456789abcdef"
    private static let next = "ABCDEFGHIJKLMNOP"

    private func bureau() async throws -> TestBureau {
        let bureau = try await SiteFixture.bureau()
        var settings = DeviceSettings()
        settings.keyID = "K1"
        settings.ownership = .bureau
        settings.dialect = Dialect.v2025.rawValue
        try await bureau.book.record(
            RegistryActions.bind(
                device: Self.mn, to: "A1", channels: [DeviceChannel(code: "a34004", item: "pm25")], settings: settings,
                by: SiteFixture.actor))
        return bureau
    }

    private func keys(_ bureau: TestBureau, _ text: String = "K1 \(Self.secret)\n") throws -> KeyStore {
        let path = bureau.directory + "/keys"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return try KeyStore.opening(path)
    }

    private func receive(_ command: Int, _ content: String, in bureau: TestBureau) async throws -> PacketAddress {
        let key = try #require(CipherKey(text: Self.secret))
        let segment =
            "QN=20261122080000001;ST=22;CN=\(command);PW=123456;MN=\(Self.mn);Flag=9;CP=&&\(content)&&"
        let wire = try PacketWriter.ciphered(segment: Array(segment.utf8), with: key)
        let plain = try PacketWriter.frame(ofSegment: Array(segment.utf8))
        let checksum = String(decoding: plain.dropLast(2).suffix(4), as: UTF8.self)
        let length = String(decoding: plain[2..<6], as: UTF8.self)
        let raw = Array("##\(length)".utf8) + wire + Array(checksum.utf8)
        let entry = PacketEntry(
            receivedMilliseconds: bureau.clock.milliseconds, peer: "10.0.0.1:5000", verdict: 0, raw: raw)
        let address = try #require(try await bureau.book.archive.packets.append([entry]).first)
        try await bureau.projectAllPackets()
        return address
    }

    @Test func `a ciphered packet is shown clear beside its bytes, with the key that was used`() async throws {
        let bureau = try await bureau()
        let store = try keys(bureau)
        _ = try await DeviceDirectory.open(bureau.book, keys: store)
        let address = try await receive(2061, "DataTime=20261122070000;a34004-Avg=41,a34004-Flag=N", in: bureau)
        try await SiteFixture.test(bureau, keys: store) { site in
            let page = try await site.get(SiteURL.packet(address).path).text
            #expect(page.contains("解密后的数据区") && page.contains("a34004-Avg"))
            #expect(page.contains("已用密钥 K1 的现用密钥解密"))
            #expect(page.contains("{0x"))
            #expect(!page.contains(Self.secret))
            #expect(try await site.get(SiteURL.device(Self.mn).path).text.contains("编号 K1，已载入"))
        }
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get(SiteURL.packet(address).path).text
            #expect(!page.contains("解密后的数据区"))
            #expect(page.contains("密钥 K1 不在密钥文件中"))
            #expect(try await site.get(SiteURL.device(Self.mn).path).text.contains("不在密钥文件中"))
            let health = try await site.get(SiteURL.health.path).text
            #expect(health.contains("缺少密钥 K1"))
        }
    }

    @Test func `of a packet with a new key nothing of the key is shown, not even its clear end`() async throws {
        let bureau = try await bureau()
        let store = try keys(bureau)
        _ = try await DeviceDirectory.open(bureau.book, keys: store)
        let address = try await receive(1014, "SKCreateTime=20261122070000000,NewSK=\(Self.next)", in: bureau)
        try await SiteFixture.test(bureau, keys: store) { site in
            let page = try await site.get(SiteURL.packet(address).path).text
            #expect(page.contains("NewSK") && page.contains("******"))
            #expect(!page.contains(Self.next) && !page.contains(String(Self.next.suffix(5))))
            // `P` in figures, the last sign of the key, and `&&` behind it.
            #expect(!page.contains("4F 50"))
        }
    }

    @Test func `a ciphered device that waits shows its codes when its number is the id of its key`() async throws {
        let bureau = try await SiteFixture.bureau()
        _ = try await receive(2061, "DataTime=20261122070000;a34004-Avg=41,a34004-Flag=N", in: bureau)
        let page = SiteURL.adoptDevice(Self.mn).path
        let store = try keys(bureau, "\(Self.mn) \(Self.secret)\n")
        try await SiteFixture.test(bureau, keys: store) { site in
            let text = try await site.get(page).text
            #expect(text.contains("a34004") && text.contains("name=\"keyID\" value=\"\(Self.mn)\""))
            let refused = try await site.post(
                page,
                [
                    ("token", SiteFixture.token.text), ("object", "A1"), ("ownership", "bureau"), ("minutes", "10"),
                    ("hours", "1"), ("keyID", "K 1"), ("follows", "0"), ("code", "a34004"), ("item", "pm25"),
                ])
            #expect(refused.status == 422)
            #expect(refused.text.contains("密钥编号“K 1”不成立"))
        }
        try await SiteFixture.test(bureau) { site in
            let text = try await site.get(page).text
            #expect(!text.contains("a34004"))
        }
    }

    @Test func `the form of a new key says what is missing for it`() async throws {
        let bureau = try await bureau()
        let store = try keys(bureau, "K2 \(Self.secret)\n")
        let form = SiteURL.deviceCommands(Self.mn, command: "set-key").path
        try await SiteFixture.test(bureau, keys: store) { site in
            let text = try await site.get(form).text
            #expect(text.contains("没有编号为 K1 的现用密钥"))
        }
        try await SiteFixture.test(bureau) { site in
            let text = try await site.get(form).text
            #expect(text.contains("没有用 --keys 启动"))
        }
    }
}
