import ArgumentParser
import Foundation
import House
import Reporting

/// `proof`: the bundle of a printed number.
struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: "为封存文件中的一个数字出具证明包，脱离本系统即可核验")

    /// The grades as arguments.
    enum GradeArgument: String, ExpressibleByArgument, CaseIterable {
        case open = "public"
        case full = "internal"

        var grade: BundleGrade { self == .open ? .open : .full }
    }

    @Argument(help: ArgumentHelp("数字凭证编号，印在封存文件的“数据出处”中，如 7F3K-2M9Q-4X6T", valueName: "编号"))
    var claim: String

    @Option(name: .shortAndLong, help: ArgumentHelp("输出的证明包（zip）", valueName: "文件"))
    var output: String

    @Option(help: ArgumentHelp("密级：public 公开，只含输入的哈希；internal 内部，含全部输入和原始数据，须写明理由", valueName: "密级"))
    var grade = GradeArgument.open

    @Option(help: ArgumentHelp("内部证明包的用途和领取人，记入台账", valueName: "理由"))
    var reason: String?

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard ClaimID(rawValue: claim) != nil else { throw ValidationError("“\(claim)”不是数字凭证编号，应如 7F3K-2M9Q-4X6T") }
        if grade == .full, reason == nil { throw ValidationError("内部证明包含原始数据，须用 --reason 写明用途和领取人") }
    }

    func run() async throws {
        guard let id = ClaimID(rawValue: claim) else { return }
        let bytes = try await options.open().proof(id, grade: grade.grade, reason: reason ?? "")
        try Data(bytes).write(to: URL(fileURLWithPath: output))
        Terminal.say("\(id.rawValue) 的证明包（\(grade.grade.word)）已写入 \(output)，\(bytes.count) 字节")
    }
}
