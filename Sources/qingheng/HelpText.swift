import Foundation

/// The words that the argument parser itself adds to help and errors, in Chinese.
enum HelpText {
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("OPTIONS:", "选项："), ("ARGUMENTS:", "参数："),
        ("SUBCOMMANDS:", "子命令："), ("Error: ", "错误："), ("Show help information.", "显示帮助。"),
        ("Unexpected argument ", "多余的参数 "), ("Unknown option ", "没有这个选项 "),
        (" unexpected arguments: ", " 个多余的参数："), ("<subcommand>", "<子命令>"), ("<file>", "<文件>"),
        ("Missing expected argument ", "缺少参数 "), ("Missing value for ", "缺少取值 "),
        (" for detailed help.", " 查看详细说明。"), (" for more information.", " 查看说明。"), ("  See '", "  运行 '"),
    ]

    /// The text with those words replaced.
    static func inChinese(_ text: String) -> String {
        let worded = words.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        return worded.replacingOccurrences(
            of: #"\(default:\s+([^)]*)\)"#, with: "（默认 $1）", options: .regularExpression)
    }
}
