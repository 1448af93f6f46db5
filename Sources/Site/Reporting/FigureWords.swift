import Catalog
import Records
import Registry
import Reporting
import Standards

/// Figures in words: what they speak of, how they are computed.
enum FigureWords {
    /// Title with place and item: PM2.5 日评价浓度（大寺镇）.
    static func label(of figure: FigureValue, in context: PageContext) -> String {
        let parts = figure.request.arguments.sorted { $0.key < $1.key }.map {
            argument($0.key, $0.value, in: context).value
        }
        let title = ScreenText.lowered(figure.definition.header.title)
        return parts.isEmpty ? title : "\(title)（\(parts.joined(separator: "，"))）"
    }

    /// An argument with its name.
    static func argument(_ name: String, _ value: String, in context: PageContext) -> LabelledText {
        switch name {
        case "place":
            LabelledText(label: "范围", value: value == "district" ? "全区" : objectName(value, in: context), href: nil)
        case "section": LabelledText(label: "断面", value: objectName(value, in: context), href: nil)
        case "item":
            LabelledText(label: "项目", value: AirItem(rawValue: value)?.screenName ?? value, href: nil)
        default: LabelledText(label: name, value: value, href: nil)
        }
    }

    /// A name is a help for the reader: without it the code stands.
    private static func objectName(_ id: String, in context: PageContext) -> String {
        (try? RegistryStore.object(id, in: context.connection))?.name ?? id
    }

    /// The measure with its numbers; nil for none.
    static func formula(of figure: FigureValue, parts: [FigureValue]) -> String? {
        let result = figure.exact?.screenText ?? "无值"
        if parts.count == 2 {
            let names = parts.map { "\(ScreenText.lowered($0.definition.header.title)) \(entered($0, in: figure))" }
            return switch figure.definition.measure {
            case .difference: "\(names[0]) − \(names[1]) = \(result)"
            case .share: "\(names[0]) ÷ \(names[1]) × 100 = \(result)"
            default: "\(names[0]) ÷ \(names[1]) = \(result)"
            }
        }
        let values = figure.inputs.compactMap(\.value)
        let sum = values.reduce(Rational.zero, +)
        return switch figure.definition.measure {
        case .mean: values.isEmpty ? nil : "Σ ÷ 个数 = \(sum.screenText) ÷ \(values.count) = \(result)"
        case .sum: values.isEmpty ? nil : "Σ（\(values.count) 项） = \(result)"
        case .count: "计数 = \(figure.inputs.count)"
        case .maximum: values.isEmpty ? nil : "max（\(values.count) 项） = \(result)"
        default: nil
        }
    }

    private static func entered(_ part: FigureValue, in figure: FigureValue) -> String {
        if case .figures(_, _, let isRounded) = figure.definition.basis, isRounded {
            return part.rounded?.description ?? "无值"
        }
        return part.exact?.screenText ?? "无值"
    }

    /// What lies behind an input.
    static func kind(of input: InputID) -> String {
        kind(named: input.rawValue.split(separator: "/").first.map(String.init) ?? "")
    }

    /// What inputs of a kind are called; the kind is the first part of their ids.
    static func kind(named name: String) -> String {
        switch name {
        case "air-day": "日评价值"
        case "air-iaqi": "IAQI"
        case "air-aqi": "日 AQI"
        case "air-hour": "小时值"
        case "water-class": "断面类别"
        case "water-item": "单项评价"
        case "water-hour": "监测值"
        case "water-sample": "手工监测值"
        case "record": "台账记录"
        default: "来源"
        }
    }

    /// How much an input moves a figure, with its sign: three decimals more than the figure prints, because one of thousands
    /// of inputs moves it little.
    static func influence(_ change: Rational?, decimals: Int?) -> String {
        guard let change else { return "" }
        if change.isZero { return "0" }
        let text = change.magnitude.text(decimals: (decimals ?? 0) + 3)
        if text.allSatisfy({ "0.".contains($0) }) { return "接近 0" }
        return (change.isNegative ? "−" : "+") + text
    }

    /// The rules named, as one line; the first one with its page.
    static func standard(_ ids: [String], otherwise source: String, in context: PageContext) -> LabelledText {
        let known = context.catalog.rules
        let titles = ids.map { id in known.first { $0.header.id == id }?.header.title ?? id }
        return LabelledText(
            label: "所用标准", value: titles.isEmpty ? source : titles.joined(separator: "；"),
            href: ids.first.map { SiteURL.rule($0).path })
    }
}
