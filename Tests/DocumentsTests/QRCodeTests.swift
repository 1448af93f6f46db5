import Foundation
import Testing

@testable import Documents

/// QR codes, read again by another program.
struct QRCodeTests {
    private static let reader = "/usr/bin/zbarimg"

    @Test(arguments: [
        "7F3K-2M9Q-4X6T", "https://sthj.example.gov.cn/reports/air-daily/2026-11-21?asof=1204",
        "QINGHENG air-daily/2026-11-21 asof=1204 root=" + String(repeating: "Qx8/", count: 11),
    ])
    func `the picture of a code is read by another program as the text that went in`(text: String) throws {
        try #require(FileManager.default.isExecutableFile(atPath: Self.reader), "script/bootstrap installs zbar-tools")
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("qr-\(UUID().uuidString).png")
        defer { try? FileManager.default.removeItem(at: file) }
        let png = try QRCode(text).png
        try Data(png).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.reader)
        process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines) == text)
    }

    @Test func `a code has its three corners, and a picture with room around it`() throws {
        let code = try QRCode("7F3K-2M9Q-4X6T")
        #expect(code.side == 21)
        for (row, column) in [(0, 0), (0, 14), (14, 0)] {
            let ring = (0..<7).map { code.isDark(row: row, column: column + $0) }
            #expect(ring.allSatisfy { $0 })
            #expect(!code.isDark(row: row + 1, column: column + 1))
            #expect(code.isDark(row: row + 3, column: column + 3))
        }
        let size = try PNGSize(code.png)
        #expect(size.width == 8 * 29)
        #expect(code.drawing.svg.contains("viewBox=\"0 0 29 29\""))
        #expect(try QRCode("7F3K-2M9Q-4X6T").png == code.png)
    }

    @Test func `a text that no code holds, and none at all, are refused`() {
        #expect(throws: DocumentError(.textTooLongForCode, found: 3_000)) {
            _ = try QRCode(String(repeating: "a", count: 3_000))
        }
        #expect(throws: DocumentError(.textTooLongForCode, found: 0)) { _ = try QRCode("") }
    }
}
