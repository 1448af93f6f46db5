import Catalog
import Registry
import Standards
import Storage

/// What a file of marks or replacement values would put on record.
struct OutletMarkPlan {
    private(set) var marks: [OutletMark] = []
    private(set) var replacements: [OutletReplacement] = []
    private(set) var known = 0
    private(set) var refused: [RowFault] = []

    private let outlets: OutletNames
    private let now: Instant

    init(_ bytes: [UInt8], on now: Instant, catalog: RuleCatalog, in connection: ReadConnection) throws {
        self.now = now
        outlets = try OutletNames(in: connection)
        let replacementsForm = try TableForm(
            OutletMarkImport.replacementsForm, catalog, on: now.beijingDate)
        if try FormTable.fits(bytes, replacementsForm) {
            try readReplacements(try FormTable(bytes, replacementsForm), in: connection)
        } else {
            let form = try TableForm(OutletMarkImport.marksForm, catalog, on: now.beijingDate)
            try readMarks(try FormTable(bytes, form), in: connection)
        }
    }

    private mutating func readMarks(_ table: FormTable, in connection: ReadConnection) throws {
        var read: [OutletMark] = []
        for row in table.rows {
            do throws(FormRowFault) { read.append(try mark(of: row)) } catch {
                refused.append(RowFault(line: row.line, message: error.message))
            }
        }
        guard let start = read.map(\.span.start).min(), let end = read.map(\.span.end).max() else { return }
        var standing = Set(
            OutletMarkStore.standing(
                try OutletMarkStore.everyMark(
                    of: Set(read.map(\.outlet)).sorted(), from: start, to: end, in: connection)
            ).map(Self.bare))
        for mark in read {
            if standing.insert(Self.bare(mark)).inserted { marks.append(mark) } else { known += 1 }
        }
    }

    private mutating func readReplacements(_ table: FormTable, in connection: ReadConnection) throws {
        var read: [OutletReplacement] = []
        for row in table.rows {
            do throws(FormRowFault) { read.append(try replacement(of: row)) } catch {
                refused.append(RowFault(line: row.line, message: error.message))
            }
        }
        guard let start = read.map(\.start).min(), let last = read.map(\.start).max() else { return }
        var standing: [String: OutletReplacement] = [:]
        func key(_ value: OutletReplacement) -> String {
            "\(value.outlet)|\(value.item)|\(value.start.secondsSince1970)"
        }
        for value in try OutletMarkStore.everyReplacement(
            of: Set(read.map(\.outlet)).sorted(), from: start, to: last.adding(seconds: 1), in: connection)
        {
            standing[key(value)] = value
        }
        for value in read {
            if let other = standing[key(value)], Self.bare(other) == Self.bare(value) {
                known += 1
            } else {
                replacements.append(value)
                standing[key(value)] = value
            }
        }
    }

    private func mark(of row: FormRow) throws(FormRowFault) -> OutletMark {
        if let fault = row.fault { throw FormRowFault(fault) }
        let outlet = try outlets.outlet(row)
        let kind = OutletMark.Kind(rawValue: try row.meaning("kind")) ?? .abnormal
        let (start, end) = (try row.moment("from"), try row.moment("to"))
        guard start < end else { throw row.fault("to", "不晚于开始时间") }
        guard start.seconds(until: end) <= 366 * 86_400 else { throw row.fault("to", "距开始时间超过一年") }
        if kind == .operating { _ = try row.needed("event") }
        let made = try row.moment("made")
        guard made <= now else { throw row.fault("made", "的“\(row["made"])”晚于现在") }
        return OutletMark(
            outlet: outlet.id, item: try outlets.item(row, of: outlet), kind: kind,
            event: kind == .operating ? row["event"] : "", industry: row["industry"],
            span: Period(start: start, seconds: Int(start.seconds(until: end))), madeAt: made,
            maker: try row.needed("maker"), note: Self.note(row, kind),
            isWithdrawn: try row["state"].isEmpty ? false : row.meaning("state") == "withdrawn", sequence: 0,
            line: row.line)
    }

    /// What stands under the event of a mark that is no event is said in its note.
    private static func note(_ row: FormRow, _ kind: OutletMark.Kind) -> String {
        let event = kind == .operating ? "" : row["event"]
        return [event, row["note"]].filter { !$0.isEmpty }.joined(separator: "；")
    }

    private func replacement(of row: FormRow) throws(FormRowFault) -> OutletReplacement {
        if let fault = row.fault { throw FormRowFault(fault) }
        let outlet = try outlets.outlet(row)
        guard let item = try outlets.item(row, of: outlet) else { throw row.fault("item", "为空，须填写") }
        let start = try row.hour("hour")
        guard start < now else { throw row.fault("hour", "的“\(row["hour"])”晚于现在") }
        let made = try row.moment("made")
        guard made <= now else { throw row.fault("made", "的“\(row["made"])”晚于现在") }
        return OutletReplacement(
            outlet: outlet.id, item: item, start: start, value: try row.amount("value"), method: row["method"],
            madeAt: made, maker: try row.needed("maker"), note: row["note"], sequence: 0, line: row.line)
    }

    /// A mark without where it was written down.
    private static func bare(_ mark: OutletMark) -> OutletMark {
        OutletMark(
            outlet: mark.outlet, item: mark.item, kind: mark.kind, event: mark.event, industry: mark.industry,
            span: mark.span, madeAt: mark.madeAt, maker: mark.maker, note: mark.note, isWithdrawn: mark.isWithdrawn,
            sequence: 0, line: 0)
    }

    private static func bare(_ value: OutletReplacement) -> OutletReplacement {
        OutletReplacement(
            outlet: value.outlet, item: value.item, start: value.start, value: value.value, method: value.method,
            madeAt: value.madeAt, maker: value.maker, note: value.note, sequence: 0, line: 0)
    }
}
