import ArgumentParser
import Catalog
import Foundation
import House
import Judging
import Standards

struct DischargeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discharge", abstract: "污染源自动监测数据", subcommands: [Hours.self, Amounts.self])

    struct Hours: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hours", abstract: "逐行评价排放口小时数据：CSV → CSV",
            discussion: "表头 time,outlet,item,value,flag，另可有 oxygen,flow,minutes,mark,event,marked_at；"
                + "time 为时段始（HJ 212 的 DataTime），如 2026-03-01T01:00:00+08:00；同一排放口同一项目按时间排列；"
                + "mark 为 abnormal（自动监测异常）或 operating（工况标记）；空为缺测。"
                + "限值清单表头 item,upper，另可有 lower,outlet,name,unit,code,reference_oxygen。")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        @Option(help: ArgumentHelp("限值：排放标准编号（如 GB18466-2005）或限值清单 CSV", valueName: "编号或文件"))
        var limits: String

        @Option(help: "排放标准中的类别，如 general；标准只有一类时可省略")
        var category: String?

        @Option(help: "取样位置，如 contact_tank（接触池出口）；省略为排放口")
        var place: String?

        @Option(help: ArgumentHelp("air（废气）或 water（废水）；限值取自排放标准时可省略", valueName: "介质"))
        var medium: String?

        @Option(help: "标记规则中的行业，如 boiler、thermal_power、cement；省略则工况不豁免")
        var industry: String?

        @Option(help: ArgumentHelp("基准含氧量（%），用于排放标准的限值；省略则不折算", valueName: "百分数"))
        var referenceOxygen: String?

        @Option(help: "设备的数据标记版本")
        var flags = DischargeHourOptions.usualFlags

        @Option(help: ArgumentHelp("验收时间，此前的数据不评价，如 2026-03-01T00:00:00+08:00", valueName: "时间"))
        var accepted: String?

        @Option(help: ArgumentHelp("全部按这一天施行的规则评价，如 2026-03-01；省略按各行当日", valueName: "日期"))
        var asOf: String?

        @Flag(help: "增加一列 explain，写出每一步")
        var explain = false

        @OptionGroup
        var catalog: CatalogArguments

        func run() throws {
            let catalog = try catalog.load()
            let options = try options(catalog)
            let table = try DischargeHourTable(catalog: catalog, options: options)
            let counts = try table.judge(input: try Terminal.chunks(of: file), output: Terminal.write)
            if counts.refused > 0 { throw ExitStatus.findings }
        }

        private func options(_ catalog: RuleCatalog) throws -> DischargeHourOptions {
            let list = try limitList(catalog)
            let named = medium.flatMap { DischargeMedium(rawValue: $0) }
            guard medium == nil || named != nil else { throw ValidationError("--medium 须为 air 或 water") }
            guard let used = named ?? list.medium else {
                throw ValidationError("限值取自清单时须写明 --medium air 或 --medium water")
            }
            return DischargeHourOptions(
                limits: list, medium: used, industry: industry, flags: flags,
                acceptedAt: try read(accepted, "--accepted", "2026-03-01T00:00:00+08:00") { Instant($0) },
                asOf: try read(asOf, "--as-of", "2026-03-01") { CivilDate($0) }, explains: explain)
        }

        /// A file where there is one of that name, else a standard of the catalog.
        private func limitList(_ catalog: RuleCatalog) throws -> DischargeLimitList {
            if FileManager.default.fileExists(atPath: limits) {
                var faults: [String] = []
                let list = try DischargeLimitList.read(try Terminal.chunks(of: limits)) { faults.append($0.message) }
                guard faults.isEmpty else {
                    throw ValidationError("限值清单有误：" + faults.joined(separator: "；"))
                }
                return list
            }
            let oxygen = try read(referenceOxygen, "--reference-oxygen", "6") { ExactDecimal($0) }
            if let oxygen, oxygen.isNegative || oxygen >= 21 {
                throw ValidationError("--reference-oxygen 须为 0 以上、21 以下的百分数")
            }
            let list = try DischargeLimitList.standard(
                limits, category: category, place: place, referenceOxygen: oxygen, in: catalog)
            if let list { return list }
            let names = try DischargeLimitList.categories(of: limits, in: catalog)
                .map { "\($0.id)（\($0.name)）" }.joined(separator: "、")
            throw ValidationError("请用 --category 指明类别：\(names)")
        }

        /// An option's text as a value.
        private func read<Value>(
            _ text: String?, _ option: String, _ example: String, _ make: (String) -> Value?
        ) throws -> Value? {
            guard let text else { return nil }
            guard let value = make(text) else { throw ValidationError("\(option) 的“\(text)”无法识别，应如 \(example)") }
            return value
        }
    }

    struct Amounts: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "amounts", abstract: "排放量统计，缺失时段按规则替代：CSV → CSV",
            discussion: "表头 time,outlet,item,value,flag,flow，另可有 minutes,mark,event,marked_at；"
                + "value 为实测浓度（废气 mg/m³，废水 mg/L），不折算；flow 为该小时的 m³。"
                + "输出 outlet,item,period,kilograms,tonnes,measured,replaced,missing,stopped,note。")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        @Option(help: ArgumentHelp("air（废气）或 water（废水）", valueName: "介质"))
        var medium: String

        @Option(help: ArgumentHelp("统计周期：hour、day、month、quarter、year", valueName: "周期"))
        var by = EmissionTotal.Grain.month.rawValue

        @Option(help: ArgumentHelp("替代规则，省略按介质取现行规则", valueName: "编号"))
        var replacement: String?

        @Option(help: "标记规则中的行业，如 waste_incineration")
        var industry: String?

        @Option(help: "设备的数据标记版本")
        var flags = DischargeHourOptions.usualFlags

        @Flag(help: "增加一列 explain，写出每小时的来源；只用于 --by hour")
        var explain = false

        @OptionGroup
        var catalog: CatalogArguments

        func run() throws {
            guard let medium = DischargeMedium(rawValue: medium) else {
                throw ValidationError("--medium 须为 air 或 water")
            }
            guard let grain = EmissionTotal.Grain(rawValue: by) else {
                throw ValidationError("--by 须为 hour、day、month、quarter 或 year")
            }
            guard !explain || grain == .hour else { throw ValidationError("--explain 只用于 --by hour") }
            let table = try DischargeAmountTable(
                catalog: try catalog.load(), medium: medium,
                grain: grain, replacement: replacement, flags: flags, industry: industry, explains: explain)
            let counts = try table.judge(
                input: try Terminal.chunks(of: file), refused: Terminal.complain,
                output: Terminal.write)
            if counts.refused > 0 { throw ExitStatus.findings }
        }
    }
}
