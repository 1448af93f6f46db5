import Monitoring
import Registry
import Standards

/// How a lead is put into words.
struct LeadWords {
    /// Said on every page and paper of a lead.
    static let state = "线索，未经核实"

    let lead: OutletLead

    init(_ lead: OutletLead) { self.lead = lead }

    /// Number of the lead: outlet and day name it for good.
    var number: String { "XS-\(lead.date.description.replacing("-", with: ""))-\(lead.outlet.id)" }

    /// Enterprise and outlet.
    var outletName: String { "\(lead.outlet.text("enterprise")) \(lead.outlet.name)" }

    /// The items over their limits.
    var itemNames: String { lead.items.map(\.limit.name).joined(separator: "、") }

    /// `11-21 14—18时`.
    var span: String { "\(lead.date.shortText) " + HourText.list(lead.items.flatMap { $0.hoursOver.map(\.number) }) }

    /// The largest multiple of all items with two decimals; a dash where a lower bound alone is broken.
    var largestMultiple: String {
        let largest = lead.items.compactMap(\.largestMultiple).max()
        return largest?.text(decimals: ExceedanceMultiple.decimals) ?? "—"
    }

    /// The item and the hour of that multiple; nil where there is none.
    var largest: (item: String, hour: Int)? {
        let multiples = lead.items.flatMap { item in
            item.hoursOver.compactMap { hour in
                hour.judged?.value.flatMap { item.limit.multiple(of: $0) }.map { (item.limit.item, hour.number, $0) }
            }
        }
        return multiples.max { $0.2 < $1.2 }.map { (item: $0.0, hour: $0.1) }
    }

    /// Hours, highest value, limit, multiple.
    var summary: String {
        let items = lead.items.map { item in
            let unit = ScreenText.unit(item.limit.unit)
            let multiple = item.largestMultiple.map { "，超标 \($0.text(decimals: ExceedanceMultiple.decimals)) 倍" } ?? ""
            return
                "\(item.limit.name)最高 \(item.extreme?.description ?? "—") \(unit)，限值 \(Self.limit(item.limit))\(multiple)"
        }
        return "\(span)；\(items.joined(separator: "；"))"
    }

    /// `50`, or `6—9` for a limit with a lower bound.
    static func limit(_ limit: OutletLimit) -> String {
        limit.lower.map { "\($0)—\(limit.limit)" } ?? limit.limit.description
    }
}
