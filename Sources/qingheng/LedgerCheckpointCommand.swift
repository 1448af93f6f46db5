import ArgumentParser
import House
import Ledger
import Records
import Storage

/// `ledger checkpoint`: the last signed head of the ledger, for a witness; also beside a running server.
struct LedgerCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "输出台账最近一次签名的检查点，交给见证方留存；可在服务运行时使用")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let stored = try await LedgerReading(options.path, server: try options.server).read {
            try LedgerStore.checkpoint(in: $0)
        }
        guard let stored else { throw HouseError(.noCheckpoint, detail: options.path) }
        try Terminal.write(stored.signed.bytes)
    }
}
