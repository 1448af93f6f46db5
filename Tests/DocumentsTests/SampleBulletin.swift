import Documents

/// A bulletin of a made-up city that uses every kind of block, for the tests and for looking at.
enum SampleBulletin {
    static let good = Tone(name: "aqi-1", red: 0x00, green: 0xE4, blue: 0x00)
    static let fair = Tone(name: "aqi-2", red: 0xFF, green: 0xFF, blue: 0x00)

    static func paper(layout: DocumentLayout = .bulletin, extra: [Block] = []) -> Paper {
        Paper(
            name: "青衡市环境空气质量月报（2026年10月）", issuer: "青衡市生态环境局", created: "2026-11-05T01:00:00Z",
            banner: "演示数据", layout: layout, blocks: opening + stations + extra + wide + closing)
    }

    static let opening: [Block] = [
        .masthead(Masthead(issuer: "青衡市生态环境局", number: "青环监〔2026〕10号")),
        .title(["关于2026年10月全市环境空气", "质量状况的通报"]),
        .paragraph(Paragraph(["各区人民政府，市直有关单位："], style: .flush)),
        .paragraph(
            Paragraph([
                "2026年10月，全市环境空气质量总体良好。按照《环境空气质量指数（AQI）技术规定》", .mark("hj633"),
                "评价，优良天数比例为", .bold("93.5%"), "，同比上升3.2个百分点；细颗粒物（PM", Run("2.5", position: .subscript),
                "）平均浓度为27微克/立方米，同比下降6.9%。现将有关情况通报如下。",
            ])),
        .heading(Heading(1, ["总体情况"], anchor: "overview", isNumbered: true)),
        .heading(Heading(2, ["城市环境空气质量"], isNumbered: true)),
        .paragraph(
            Paragraph([
                "全市6项污染物中，可吸入颗粒物（PM", Run("10", position: .subscript), "）、二氧化硫（SO",
                Run("2", position: .subscript), "）、二氧化氮（NO", Run("2", position: .subscript),
                "）和一氧化碳（CO）浓度均达到国家二级标准", .mark("gb3095"), "，臭氧（O", Run("3", position: .subscript),
                "）日最大8小时滑动平均第90百分位数为148微克/立方米。各站点情况见", .link("表1", anchor: "table-1"), "，逐日情况见",
                .link("表2", anchor: "table-2"), "。",
            ])),
        .heading(Heading(3, ["优良天数"], isNumbered: true)),
        .paragraph(Paragraph(["优11天，良18天，轻度污染2天，“十四五”以来同期最好。数据截至2026年11月2日8时——未经审核，仅供参考。"])),
        .heading(Heading(4, ["首要污染物"], isNumbered: true)),
        .paragraph(Paragraph(["以细颗粒物为首要污染物的天数为9天，以臭氧为首要污染物的天数为7天。"])),
    ]

    static let stations: [Block] = [
        .table(
            Table(
                caption: ["表1　各站点环境空气质量"],
                columns: [.init(.left), .init(), .init(), .init(.right), .init(.right), .init(.right), .init()],
                header: [
                    [
                        .init("站点", rows: 2), .init("天数", columns: 2), .init("平均浓度（μg/m³）", columns: 3),
                        .init("综合指数", rows: 2),
                    ],
                    ["优良", "超标", .init([Run("PM"), Run("2.5", position: .subscript)]), "PM₁₀", "O₃-8h"],
                ],
                rows: [
                    ["第一中学", .init("29", tone: good), "2", "27", "49", "148", "3.21"],
                    ["环境监测站", .init("28", tone: fair), "3", "29", "52", "151", "3.40"],
                    [.init("开发区\n管委会", rows: 2), "27", "4", "31", "55", "155", "3.62"],
                    ["30", "1", "22", "40", "139", "2.87"],
                    ["全市", .init("均值按有效站点计算，缺测1小时", columns: 3), "49", "148", "3.27"],
                ],
                note: ["注：有效数据按《环境空气质量评价技术规范》统计；“—”表示缺测。"], anchor: "table-1"))
    ]

    static let wide: [Block] = [
        .section(.landscape),
        .table(
            Table(
                caption: ["表2　逐日环境空气质量指数及分指数"],
                columns: (0..<14).map { _ in .init() },
                header: [
                    [
                        .init("日期", rows: 2), .init("AQI", rows: 2), .init("级别", rows: 2), .init("首要污染物", rows: 2),
                        .init("24小时平均", columns: 5), .init("O₃", columns: 2), .init("有效\n小时", rows: 2),
                        .init("数据状态", rows: 2), .init("备注", rows: 2),
                    ],
                    ["SO₂", "NO₂", "CO", "PM₁₀", "PM₂.₅", "1小时", "8小时"],
                ],
                rows: (1...31).map { day in
                    let aqi = 35 + (day * 37) % 61
                    return [
                        .init("10月\(day)日"), .init("\(aqi)", tone: aqi <= 50 ? good : fair),
                        .init(aqi <= 50 ? "优" : "良"), .init(aqi <= 50 ? "—" : "细颗粒物（PM₂.₅）"),
                        .init("\(6 + day % 4)"), .init("\(21 + day % 17)"), "0.7", .init("\(40 + day)"),
                        .init("\(aqi / 2)"), .init("\(110 + day)"), .init("\(98 + day)"), "24", "复审", "",
                    ]
                },
                note: ["注：CO单位为mg/m³，其余为μg/m³。"], anchor: "table-2")),
        .section(.portrait),
    ]

    static let closing: [Block] = [
        .heading(Heading(1, ["有关要求"], isNumbered: true)),
        .paragraph(
            Paragraph([
                "各单位要持续做好扬尘管控，有关数据可在", .link("空气质量发布平台", href: "https://air.example.cn/bulletin?month=2026-10"),
                "查询，问题线索请于2026年11月20日前报", .link("市生态环境局", href: "/contacts"), "。",
            ])),
        .signature(Signature(lines: ["青衡市生态环境局"], date: "2026年11月5日")),
        .pageBreak,
        .paragraph(Paragraph([.bold("参考资料")], style: .flush)),
        .references([
            Reference(id: "hj633", ["HJ 633—2012，环境空气质量指数（AQI）技术规定（试行）。"]),
            Reference(id: "gb3095", ["GB 3095—2012，环境空气质量标准及其修改单，浓度限值见表1、表2；监测点位与分析方法另见相应标准，此处用于检验悬挂缩进在第二行的位置。"]),
        ]),
    ]
}
