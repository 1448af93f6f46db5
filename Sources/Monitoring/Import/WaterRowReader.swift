import Documents
import Ledger
import Standards

/// Reads the national format of automatic surface-water stations.
///
/// Where a column has a twin `…_原始值`, the twin is read: the published class follows from unrounded values.
struct WaterRowReader: RowReader {
    /// The stations measure every four hours.
    private static let seconds = 14_400
    private static let titles: [(item: String, title: String)] = [
        ("wt", "水温"), ("ph", "pH"), ("do", "溶解氧"), ("ec", "电导率"), ("turb", "浊度"),
        ("codmn", "高锰酸盐指数"), ("nh3n", "氨氮"), ("tp", "总磷"), ("tn", "总氮"), ("chla", "叶绿素"), ("algae", "藻密度"),
    ]

    private let header: [String]
    private let section: Int
    private let time: Int
    private let province: Int?
    private let basin: Int?
    private let fetchDay: Int?
    private let state: Int?
    private let items: [(item: String, column: Int, raw: Int?)]
    private let defaultYear: Int?
    private let sections: [String: String]

    init(header: [String], defaultYear: Int?, sections: [String: String]) throws {
        func column(startingWith title: String) -> Int? {
            header.firstIndex { $0.hasPrefix(title) && !$0.hasSuffix("_原始值") }
        }
        guard let section = column(startingWith: "断面名称") else {
            throw ImportError(.missingColumn, detail: "断面名称")
        }
        guard let time = column(startingWith: "监测时间") else {
            throw ImportError(.missingColumn, detail: "监测时间")
        }
        self.header = header
        self.section = section
        self.time = time
        self.defaultYear = defaultYear
        self.sections = sections
        province = column(startingWith: "省份")
        basin = column(startingWith: "流域")
        fetchDay = column(startingWith: "抓取日")
        state = column(startingWith: "站点情况")
        items = Self.titles.compactMap { item, title in
            column(startingWith: title).map { index in
                (item, index, header.firstIndex(of: header[index] + "_原始值"))
            }
        }
        guard items.contains(where: { $0.item == "ph" }) else { throw ImportError(.missingColumn, detail: "pH") }
    }

    func read(_ row: CSVRow) throws(RowRefusal) -> FileRow {
        if let fault = row.fault {
            throw RowRefusal(line: row.line, code: .malformed, column: "", text: fault.message)
        }
        let name = row[section].string
        guard !name.isEmpty else {
            throw RowRefusal(line: row.line, code: .noObject, column: header[section], text: "")
        }
        let timeText = row[time].string
        let stateText = state.map { row[$0].string } ?? ""
        if timeText == "*" || timeText == "--" {
            throw RowRefusal(line: row.line, code: .noValues, column: header[time], text: stateText)
        }
        guard let start = FileTime.parse(timeText, year: year(of: row, time: timeText)) else {
            throw RowRefusal(line: row.line, code: .time, column: header[time], text: timeText)
        }
        var values: [FileRow.Value] = []
        for item in items { values.append(try value(item, stateText, row)) }
        return FileRow(line: row.line, object: object(of: row), start: start, seconds: Self.seconds, values: values)
    }

    private func object(of row: CSVRow) -> String {
        let place = province.map { row[$0].string } ?? ""
        let name = row[section].string
        if let registered = sections[name] { return registered }
        return place.isEmpty ? name : "\(place)·\(name)"
    }

    func seed(of row: CSVRow) -> ObjectSeed {
        ObjectSeed(
            id: object(of: row), name: row[section].string,
            fields: [
                "town": .string(province.map { row[$0].string } ?? ""),
                "waterBody": .string(basin.map { row[$0].string } ?? ""), "bodyKind": "", "targetClass": "",
                "origin": "import",
            ])
    }

    /// The year of a time without one: that of the day the row was fetched, or the one before across New Year.
    private func year(of row: CSVRow, time: String) -> Int? {
        guard let fetchDay, let day = CivilDate(row[fetchDay].string) else { return defaultYear }
        let month = Int(time.prefix(2)) ?? 0
        return month > day.month ? day.year - 1 : day.year
    }

    private func value(
        _ item: (item: String, column: Int, raw: Int?), _ state: String, _ row: CSVRow
    ) throws(RowRefusal) -> FileRow.Value {
        var column = item.column
        if let raw = item.raw, !row[raw].isEmpty { column = raw }
        let field = row[column]
        if field.isEmpty || field == "--" || field == "-" || field == "极值过滤" {
            return FileRow.Value(item: item.item, column: column, value: nil, isBelowDetection: false, flag: "NA")
        }
        if field == "*" {
            return FileRow.Value(item: item.item, column: column, value: nil, isBelowDetection: false, flag: "/")
        }
        var text = field.utf8
        // GB/T practice writes a result below the detection limit as the limit with an L behind it.
        let isBelow = text.last == UInt8(ascii: "L") || text.last == UInt8(ascii: "l")
        if isBelow { text = text.dropLast() }
        guard let number = ExactDecimal(utf8: text) else {
            throw RowRefusal(line: row.line, code: .notANumber, column: header[column], text: field.string)
        }
        guard !number.isNegative || item.item == "wt" else {
            throw RowRefusal(line: row.line, code: .negative, column: header[column], text: field.string)
        }
        if item.item == "ph", !HydrogenIonMean.range.contains(number) {
            throw RowRefusal(line: row.line, code: .impossible, column: header[column], text: field.string)
        }
        let flag = state.isEmpty || state == "正常" ? "N" : state
        return FileRow.Value(item: item.item, column: column, value: number, isBelowDetection: isBelow, flag: flag)
    }
}
