import ArgumentParser
import Standards

/// Which report, and where its file goes.
struct ReportArguments: ParsableArguments {
    @Argument(help: "文件编号：air-daily、air-yearly、water-monthly")
    var document: String

    @Option(help: ArgumentHelp("日期 YYYY-MM-DD；月报可用 YYYY-MM，年报 YYYY", valueName: "日期"))
    var date: String

    @Option(name: .shortAndLong, help: ArgumentHelp("输出文件", valueName: "文件"))
    var output: String

    @Option(help: ArgumentHelp("网页地址，用于文中的溯源链接，如 http://127.0.0.1:8080", valueName: "地址"))
    var site: String?

    @Flag(help: "同时生成 PDF（需要 LibreOffice）")
    var pdf = false

    func validate() throws {
        guard (CivilDate(date) ?? CivilDate(date + "-01") ?? CivilDate(date + "-12-31")) != nil else {
            throw ValidationError("日期“\(date)”应如 2026-11-21、2026-10 或 2026")
        }
    }
}
