import ArgumentParser
import Foundation
import Gateway
import HJ212
import House
import Standards
import Storage

/// `packet find`: packets out of the log, by device and time of receipt, also beside a running server.
struct PacketFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "在报文库中检索，每条输出一行；可在服务运行时使用")

    @OptionGroup var options: DataOptions
    @OptionGroup var selection: PacketSelection

    @Flag(help: "每条输出一个 JSON 对象")
    var json = false

    /// Packets held at once.
    private static let pageLength = 1_000

    func run() throws {
        let directory = options.path + "/packets"
        guard FileManager.default.fileExists(atPath: directory) else {
            throw HouseError(.noPacketLog, detail: options.path)
        }
        let log = try PacketLog(directory: directory, isWritable: false)
        let span = selection.received
        var after: PacketAddress?
        while true {
            let page = try log.find(
                device: selection.device, key: .device, from: span.lowerBound, to: span.upperBound, after: after,
                limit: Self.pageLength)
            guard let last = page.last else { return }
            after = last.address
            var bytes: [UInt8] = []
            for logged in page { bytes += try PacketLine.bytes(logged, asJSON: json) }
            try Terminal.write(bytes)
        }
    }
}
