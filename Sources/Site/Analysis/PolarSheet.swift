import Catalog
import Documents
import Monitoring
import Registry
import Standards

/// 风向风速极坐标图: mean concentrations by where the wind comes from and how fast it is.
struct PolarSheet {
    private static let tones = 6

    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        guard
            let place = try AnalysisStation(query, days: WindSheet.days, measuring: WindItem.speed, in: context)
        else { return (AnalysisSheet(sub: WindSheet.noWind), []) }
        let plot = PolarPlot(try WindSheet.hours(place, in: context), rule: place.rule)
        var sheet = AnalysisSheet(sub: place.sub, fields: place.fields)
        sheet.state = try DataState(airUntil: place.to, in: context)
        sheet.facts = [
            LabelledText(label: "图中小时", value: "\(plot.count)", href: nil),
            LabelledText(label: "静风小时", value: "\(plot.calm)，不在图中", href: nil), place.ruleFact,
        ]
        sheet.parts = [part(plot, place)]
        return (sheet, place.query)
    }

    private static func part(_ plot: PolarPlot, _ place: AnalysisStation) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "polar", title: "风向、风速与\(place.item.screenName)")
        let means = plot.cells.compactMap(\.mean)
        guard let least = means.min(), let most = means.max() else {
            part.emptyReason = "没有一格有 \(place.rule.polarLeast) 个以上同时有风向、风速和浓度的小时，不绘图。"
            return part
        }
        let decimals = AnalysisStation.decimals(of: place.item)
        let unit = place.item.screenUnit
        let step = (try? (most - least) / Rational(tones)) ?? 0
        let names = WindSheet.names(of: place.rule.polarRings)
        let rings = 1 + (plot.cells.map(\.ring).max() ?? 0)
        let wedges = plot.cells.map { cell -> CompassChart.Wedge in
            let tone = cell.mean.map { mean in
                step.isZero ? 0 : min(tones - 1, (try? ((mean - least) / step).floor) ?? 0)
            }
            let words = "\(WindSectors.names[cell.sector])风 \(names[cell.ring]) m/s"
            let value = cell.mean.map { "\($0.text(decimals: decimals)) \(unit)" } ?? "小时太少，不给均值"
            return CompassChart.Wedge(
                sector: cell.sector, inner: Double(cell.ring) / Double(rings),
                outer: Double(cell.ring + 1) / Double(rings), tone: tone,
                hint: "\(words)：\(value)（n=\(cell.hours.text(decimals: 1))）")
        }
        let legend = (0..<tones).map { tone in
            let low = least + Rational(tone) * step
            return "\(low.text(decimals: decimals))—\((low + step).text(decimals: decimals))"
        }
        part.drawing = CompassChart(
            title: part.title, wedges: wedges,
            rings: (0..<rings).map { ring in
                let end = ring + 1 < place.rule.polarRings.count ? "\(place.rule.polarRings[ring + 1])" : names[ring]
                return CompassChart.Ring(Double(ring + 1) / Double(rings), "\(end) m/s")
            }, legend: legend, note: "颜色为平均浓度（\(unit)），虚线格小时太少",
            summary:
                "\(part.title)：\(plot.cells.count) 格，均值从 \(least.text(decimals: decimals)) 到 \(most.text(decimals: decimals)) \(unit)。"
        ).drawing()
        part.caption = "由内到外风速增大；不作平滑，不外推"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["风向", "风速（m/s）", "均值（\(unit)）", "n（小时）"],
            rows: plot.cells.map { cell in
                AnalysisPage.Row(
                    label: WindSectors.names[cell.sector], href: nil,
                    cells: [
                        names[cell.ring], cell.mean?.text(decimals: decimals) ?? "—", cell.hours.text(decimals: 1),
                    ])
            })
        part.notes = ["不足 \(place.rule.polarLeast) 小时的格不给均值。每格按风向分辨率分摊小时，故带小数。"]
        return part
    }
}
