import ArgumentParser
import House
import Records

/// `restore`: a new data directory from a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "由备份生成新的数据目录，逐个文件核对；密钥和口令不在备份中，启动时另行给出")

    @Argument(help: ArgumentHelp("备份的目录", valueName: "备份"))
    var backup: String

    @Option(help: ArgumentHelp("新的数据目录，不存在或为空", valueName: "目录"))
    var data: String

    func run() async throws {
        let manifest = try await Restoration.run(
            backup, to: data, progress: { Terminal.progress("已恢复 \(ByteWords.text($0))") })
        Terminal.endProgress()
        Terminal.say(
            "已恢复到 \(data)：\(PacketLine.time(manifest.milliseconds)) 的备份，记录 \(manifest.sequence) 条，"
                + "文件 \(manifest.files.count) 个、\(ByteWords.text(manifest.byteCount))")
        Terminal.say("启动前请运行 qingheng verify --data \(data) 核对")
    }
}
