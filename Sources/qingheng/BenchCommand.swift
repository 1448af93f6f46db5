import ArgumentParser
import HJ212

/// Work that `script/bench` measures inside one process, without the cost of printing it.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "供 script/bench 测速使用", shouldDisplay: false,
        subcommands: [
            Decode.self, BenchIndexCommand.self, BenchAirYearCommand.self, BenchReadingsCommand.self,
            BenchFleetCommand.self, BenchProofCommand.self, BenchDoorCommand.self, BenchChecksCommand.self,
        ])

    /// Frames, checks and fully parses every packet of a file several times over. Measured in `script/bench` on hour data
    /// of eight factors, on all published packets (`mixed`) and on those of them that upload data (`uploads`).
    struct Decode: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "decode", abstract: "报文解码速度")

        /// The size in which a socket typically delivers, in bytes.
        private static let chunkBytes = 65_536

        @Argument(help: "报文文件")
        var file: String

        @Option(help: "重复次数")
        var rounds = 5

        func run() throws {
            let bytes = try Terminal.bytes(of: file)
            let chunks = stride(from: 0, to: bytes.count, by: Self.chunkBytes).map {
                Array(bytes[$0..<min($0 + Self.chunkBytes, bytes.count)])
            }
            let clock = ContinuousClock()
            for _ in 0..<rounds {
                var packets = 0
                var fields = 0
                let elapsed = clock.measure {
                    var scanner = FrameScanner()
                    for chunk in chunks {
                        scanner.feed(chunk)
                        while let frame = scanner.next() {
                            guard frame.isAcceptable else { continue }
                            let packet = Packet(frame)
                            packets += 1
                            fields += packet.pairCount
                        }
                    }
                }
                let seconds = elapsed.inSeconds
                Terminal.say(
                    "\(packets) packets with \(fields) pairs, \(Int(Double(bytes.count) / seconds / 1e6)) MB/s, "
                        + "\(Int(Double(packets) / seconds)) packets/s")
            }
        }
    }
}
