package import Catalog
import Standards

extension WorkCalendar {
    /// The folder of the catalog.
    static let folder = "calendar"
    private static let keys = ["calendar", "counting"]

    /// The calendar as the files of a catalog have it; a bureau's own file adds a year or replaces one.
    ///
    /// All notices count, whatever the day: days of the past need the notices of the past.
    ///
    /// - Throws: `CatalogError` with every fault of the files, or `.nothingInForce` where a file with the rules is missing.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        self = try catalog.reading { () throws(CatalogError) in
            let (calendar, faults) = Self.read(catalog)
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
            guard let calendar else { throw CatalogError(.nothingInForce, rule: Self.folder) }
            return calendar
        }
    }

    /// Every fault of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] { read(catalog).faults }

    private static func read(_ catalog: RuleCatalog) -> (calendar: WorkCalendar?, faults: [CatalogFault]) {
        var faults: [CatalogFault] = []
        var years: [Int: (year: HolidayYear, isOverlay: Bool)] = [:]
        var counting: CountingRule?
        // A bureau's own files come first and hold.
        for file in catalog.files(under: folder).sorted(by: { $0.isOverlay && !$1.isOverlay }) {
            let reader = RuleReader(file)
            let body = reader.body(keys: keys)
            if let rule = body.optionalMapping("counting", keys: ["begins", "months", "ends"]) {
                counting = counting ?? CountingRule.read(rule)
            }
            if let table = body.optionalMapping("calendar", keys: ["years"]) {
                for node in table.list("years") {
                    let year = HolidayYear.read(node, with: reader)
                    guard let other = years[year.year] else {
                        years[year.year] = (year, file.isOverlay)
                        continue
                    }
                    if other.isOverlay == file.isOverlay {
                        reader.refuse(node, .other(message: "\(year.year)年出现了两次", mend: "每年只写一处"))
                    }
                }
            }
            faults += reader.faults
        }
        guard let counting, !years.isEmpty else { return (nil, faults.sorted()) }
        return (WorkCalendar(years: years.values.map(\.year), counting: counting), faults.sorted())
    }
}

extension CountingRule {
    static func read(_ row: RuleMapping) -> CountingRule {
        func article(_ key: String) -> String { row.mapping(key, keys: ["rule", "basis"]).text("basis") }
        return CountingRule(begins: article("begins"), months: article("months"), ends: article("ends"))
    }
}

extension HolidayYear {
    /// Notices exist from here on; later than any that a file will hold.
    private static let range = 1949...2199

    static func read(_ node: RuleNode, with reader: RuleReader) -> HolidayYear {
        let row = reader.mapping(node, keys: ["year", "papers", "festivals"])
        let year = row.integer("year", in: range)
        var off: [CivilDate: String] = [:]
        var work: [CivilDate: String] = [:]
        for node in row.list("festivals") {
            let festival = reader.mapping(node, keys: ["name", "off", "work"])
            let name = festival.text("name")
            for day in days(festival, "off", of: year, with: reader) { off[day] = name }
            for day in days(festival, "work", of: year, with: reader) { work[day] = name }
        }
        for day in off.keys where work[day] != nil {
            row.refuse("festivals", .other(message: "\(day) 既放假又上班", mend: "对照通知原文核对日期"))
        }
        return HolidayYear(year: year, papers: row.texts("papers"), off: off, work: work)
    }

    /// Days of the year, or of the December before.
    private static func days(
        _ festival: RuleMapping, _ key: String, of year: Int, with reader: RuleReader
    ) -> [CivilDate] {
        festival.optionalList(key).map { node in
            let day = reader.date(node, name: key)
            if day.year != year, day.year != year - 1 || day.month != 12 {
                reader.refuse(node, .other(message: "\(day) 不属于\(year)年的安排", mend: "移到它所属年份的安排下"))
            }
            return day
        }
    }
}
