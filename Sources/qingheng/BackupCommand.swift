import ArgumentParser
import Foundation
import House
import Records
import Storage

/// `backup`: a copy of the whole store at one moment; also beside a running server.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "把整个数据目录备份成新目录，可在服务运行时使用；不含任何密钥和口令，请另行保存")

    @OptionGroup var options: DataOptions

    @Argument(help: ArgumentHelp("备份的目录，不得已经存在", valueName: "目录"))
    var directory: String

    @Option(help: ArgumentHelp("同一数据目录先前的一份备份；其中不再改变的文件不再复制，两份备份共用", valueName: "目录"))
    var since: String?

    func run() async throws {
        _ = try LedgerReading(options.path)
        let backup = try await Backup.make(
            of: options.path, at: directory, since: since, milliseconds: SystemClock.milliseconds(),
            progress: { Terminal.progress("已复制 \(ByteWords.text($0))") })
        Terminal.endProgress()
        let manifest = backup.manifest
        Terminal.say(
            "已备份到 \(directory)：记录 \(manifest.sequence) 条，报文库至地址 \(manifest.packetEnd.rawValue)，"
                + "文件 \(manifest.files.count) 个、\(ByteWords.text(manifest.byteCount))")
        Terminal.say("清单 sha256 \(backup.sealText)")
        do {
            try LastBackup(backup, at: directory).note(in: options.path)
        } catch let error as StorageError {
            // The backup stands; only the server cannot tell its age.
            Terminal.complain("注意：没有能在 \(options.path) 记下这次备份，运行状态页不会显示它（\(error.detail)）")
        }
        for fault in backup.faults { Terminal.complain("注意：\(fault)，已按原样备份。请运行 qingheng verify 查明") }
        if !backup.faults.isEmpty { throw ExitStatus.findings }
    }
}
