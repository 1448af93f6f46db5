import ArgumentParser
import House
import Ledger
import Records
import Storage

/// `ledger inclusion`: a record, with the proof that it is in the ledger of the last checkpoint.
struct LedgerInclusionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inclusion", abstract: "输出一条记录及其在台账中的证明（规范 JSON）；可在服务运行时使用")

    @OptionGroup var options: DataOptions

    @Argument(help: ArgumentHelp("记录的序号，从 1 起", valueName: "序号"))
    var sequence: Int64

    func run() async throws {
        let (sequence, path) = (sequence, options.path)
        let answer = try await LedgerReading(path, server: try options.server).read { connection in
            guard let checkpoint = try LedgerStore.checkpoint(covering: sequence, in: connection) else {
                throw HouseError(.noCheckpoint, detail: path)
            }
            guard let record = try RecordStore.record(sequence, in: connection) else {
                throw LedgerError(.outsideTree, detail: String(sequence))
            }
            let proof = try LedgerStore.inclusion(of: sequence, in: checkpoint.signed.checkpoint.size, connection)
            return CanonicalValue.object([
                "checkpoint": .string(String(decoding: checkpoint.signed.bytes, as: UTF8.self)),
                "proof": proof.canonical, "record": .string(String(decoding: try record.bytes(), as: UTF8.self)),
            ])
        }
        try Terminal.write(try answer.bytes() + [0x0A])
    }
}
