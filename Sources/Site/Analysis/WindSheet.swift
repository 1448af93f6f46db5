import Catalog
import Documents
import Monitoring
import Registry
import Standards

/// 风玫瑰与污染玫瑰: how often the wind blows from where, and what is measured then.
struct WindSheet {
    static let days = 365

    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        guard let place = try AnalysisStation(query, days: days, measuring: WindItem.speed, in: context) else {
            return (AnalysisSheet(sub: Self.noWind), [])
        }
        let rose = WindRose(try hours(place, in: context), rule: place.rule)
        var sheet = AnalysisSheet(sub: place.sub, fields: place.fields)
        sheet.state = try DataState(airUntil: place.to, in: context)
        let share = { (count: Int) in Rational.percentage(count, of: rose.count) ?? "—" }
        sheet.facts = [
            place.completeness(rose.count, in: context),
            LabelledText(
                label: "静风", value: "\(rose.calm) 小时（\(share(rose.calm))），风速低于 \(place.rule.calmBelow) m/s", href: nil),
            LabelledText(label: "无风向", value: "\(rose.directionless) 小时，不计入任何方位", href: nil),
            LabelledText(label: "风向分辨率", value: "\(rose.resolution)°", href: nil), place.ruleFact,
        ]
        sheet.parts = [frequency(rose, place), pollution(rose, place)]
        return (sheet, place.query)
    }

    static let noWind =
        "没有站点有风速小时值。在设备登记中把风速（a01007）、风向（a01008）通道绑定为 windSpeed、windDirection，或导入带 windspeed、winddirection 列的小时值文件后，这里绘图。"

    /// The hours of wind with the concentrations of the item.
    static func hours(_ place: AnalysisStation, in context: PageContext) throws -> [WindHour] {
        WindHour.joined(
            speeds: try place.hours(WindItem.speed, in: context),
            directions: try place.hours(WindItem.direction, in: context),
            concentrations: try place.hours(place.item.rawValue, in: context))
    }

    /// The names of classes by their lower ends, e.g. 0.3—1.6（不含）.
    static func names(of classes: [ExactDecimal]) -> [String] {
        classes.indices.map { place in
            place + 1 < classes.count ? "\(classes[place])—\(classes[place + 1])" : "≥\(classes[place])"
        }
    }

    private static func frequency(_ rose: WindRose, _ place: AnalysisStation) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "wind", title: "风玫瑰")
        guard rose.directed > 0 else {
            part.emptyReason = "这段时间没有带风向的小时，不绘图。"
            return part
        }
        let names = names(of: place.rule.speedClasses)
        let whole = Rational(rose.count)
        func percent(_ hours: Rational) -> String { ((try? hours / whole) ?? 0).percentText }
        let largest = rose.sectors.map { drawn($0.total) }.max() ?? 1
        var wedges: [CompassChart.Wedge] = []
        for (sector, one) in rose.sectors.enumerated() {
            var inner = 0.0
            for (tone, hours) in one.hours.enumerated() where !hours.isZero {
                let outer = inner + drawn(hours) / largest
                wedges.append(
                    CompassChart.Wedge(
                        sector: sector, inner: inner, outer: outer, tone: tone,
                        hint:
                            "\(WindSectors.names[sector])风 \(names[tone]) m/s：\(hours.text(decimals: 1)) 小时（\(percent(hours))）"
                    ))
                inner = outer
            }
        }
        let top = rose.sectors.map(\.total).max() ?? 0
        let most = rose.sectors.indices.max { rose.sectors[$0].total < rose.sectors[$1].total } ?? 0
        let half = (try? top / 2) ?? 0
        let note = "静风 \(percent(Rational(rose.calm)))（n=\(rose.calm)）　有风向 n=\(rose.directed)"
        part.drawing = CompassChart(
            title: "风玫瑰　\(place.station.name)", wedges: wedges,
            rings: [CompassChart.Ring(0.5, percent(half)), CompassChart.Ring(1, percent(top))],
            legend: names.map { "\($0) m/s" }, note: note,
            summary: "风玫瑰，\(WindSectors.names[most])风最多，占 \(percent(top))；\(note)。"
        ).drawing()
        part.caption = "半径为该方位小时数占全部有风速小时数的比例，颜色为风速"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["风向"] + names.map { "\($0) m/s" } + ["合计 小时", "占比"],
            rows: rose.sectors.enumerated().map { sector, one in
                AnalysisPage.Row(
                    label: WindSectors.names[sector], href: nil,
                    cells: one.hours.map { $0.text(decimals: 1) } + [one.total.text(decimals: 1), percent(one.total)])
            } + [
                AnalysisPage.Row(
                    label: "静风", href: nil,
                    cells: names.map { _ in "—" } + [String(rose.calm), percent(Rational(rose.calm))])
            ])
        part.notes = [
            "风向按 \(rose.resolution)° 分辨率报出，每个值代表以它为中心的一段，按落入各方位的份额计数，因此小时数带小数；直接计数会使含有更多刻度的方位偏多。"
        ]
        return part
    }

    private static func pollution(_ rose: WindRose, _ place: AnalysisStation) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "pollution", title: "污染玫瑰")
        let decimals = AnalysisStation.decimals(of: place.item)
        let unit = place.item.screenUnit
        let largest = rose.sectors.compactMap(\.mean).max()
        guard let largest, !largest.isZero else {
            part.emptyReason = "各方位同时有风向和\(place.item.screenName)的小时都不足 \(place.rule.polarLeast) 个，不绘图。"
            return part
        }
        let names = ["低于最高的四分之一", "四分之一到一半", "一半到四分之三", "四分之三以上"]
        let wedges = rose.sectors.enumerated().compactMap { sector, one -> CompassChart.Wedge? in
            guard let mean = one.mean, let share = try? mean / largest else { return nil }
            let tone = min(3, (try? (share * 4).floor) ?? 0)
            return CompassChart.Wedge(
                sector: sector, inner: 0, outer: drawn(share), tone: tone,
                hint:
                    "\(WindSectors.names[sector])风 \(mean.text(decimals: decimals)) \(unit)（n=\(one.measured.text(decimals: 1))）"
            )
        }
        let calm =
            rose.calmMean.map { "静风 \($0.text(decimals: decimals)) \(unit)（n=\(rose.calmMeasured)）" }
            ?? "静风时的值不足 \(place.rule.polarLeast) 个"
        let half = (try? largest / 2) ?? 0
        part.drawing = CompassChart(
            title: "污染玫瑰　\(place.item.screenName)", wedges: wedges,
            rings: [
                CompassChart.Ring(0.5, half.text(decimals: decimals)),
                CompassChart.Ring(1, largest.text(decimals: decimals)),
            ], legend: names, note: calm,
            summary: "各风向下\(place.item.screenName)均值，最高 \(largest.text(decimals: decimals)) \(unit)；\(calm)。"
        ).drawing()
        part.caption = "半径为该方位的平均浓度，单位 \(unit)；静风另列"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["风向", "均值（\(unit)）", "n（小时）"],
            rows: rose.sectors.enumerated().map { sector, one in
                AnalysisPage.Row(
                    label: WindSectors.names[sector], href: nil,
                    cells: [one.mean?.text(decimals: decimals) ?? "—", one.measured.text(decimals: 1)])
            } + [
                AnalysisPage.Row(
                    label: "静风", href: nil,
                    cells: [rose.calmMean?.text(decimals: decimals) ?? "—", String(rose.calmMeasured)])
            ])
        part.notes = ["同时有值的小时不足 \(place.rule.polarLeast) 个的方位不给均值。均值只说明同时出现，不说明来源。"]
        return part
    }

    /// For drawing only.
    static func drawn(_ value: Rational) -> Double {
        (try? value.rounded(decimals: 6)).flatMap { Double($0.description) } ?? 0
    }
}
