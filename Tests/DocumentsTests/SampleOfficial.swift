import Documents

/// Official documents of a made-up city, one a form, with every element.
enum SampleOfficial {
    static let bureau = "青衡市生态环境局"
    /// Exactly 28 letters, without anything that a line may not begin or end with.
    static let line = "全市生态环境系统坚持依法行政全面推进法治政府建设各项工作取得"

    /// A text of `lines` full lines, the first of which begins two characters in.
    static func text(lines: Int) -> Block {
        let letters = String(repeating: line, count: lines)
        return .paragraph(Paragraph([Run(String(letters.prefix(lines * 28 - 2)))]))
    }

    static let body: [Block] = [
        .title(["关于2026年度法治政府建设情况的报告"]),
        .heading(Heading(1, ["主要举措和成效"], isNumbered: true)),
        .heading(Heading(2, ["健全制度"], isNumbered: true)),
        .heading(Heading(3, ["全面落实行政执法三项制度"], isNumbered: true)),
        .heading(Heading(4, ["公示"], isNumbered: true)),
        .paragraph(Paragraph(["全年公开行政处罚决定书12份。"])),
    ]

    static func paper(_ blocks: [Block] = body, layout: DocumentLayout = .official, banner: String? = nil) -> Paper {
        Paper(name: "报告", issuer: bureau, banner: banner, layout: layout, blocks: blocks)
    }

    static let number = OfficialNumber(code: "青环发", year: 2026, serial: 12).text

    /// A document that goes up, with all marks and three signers.
    static let upward = OfficialFrame(
        head: OfficialHead(
            copyNumber: 12, secrecy: OfficialSecrecy(.secret, period: "1年"), urgency: .most,
            issuers: [bureau, "青衡市水利局", "青衡市气象局"], number: number, signers: ["甲某某", "乙某", "丙某某"]),
        addressees: ["市人民政府", "省生态环境厅"], appendices: ["各区空气质量", "名称很长的一个附件名称很长的一个附件名称很长的一个附件"],
        signature: Signature(lines: [bureau], date: "2026年2月27日"), remark: "联系人：办公室，电话：0000",
        colophon: Colophon(
            copies: ["市委办公室", "市人大常委会办公室", "市政协办公室", "市监察委员会", "市中级人民法院"], printer: "青衡市生态环境局办公室",
            printed: "2026年2月27日"))

    static let letter = OfficialFrame(
        head: OfficialHead(.letter, urgency: .more, issuers: [bureau], number: "青环函〔2026〕3号"),
        addressees: ["市水利局"], signature: Signature(lines: [bureau], date: "2026年3月2日", isSealed: false),
        colophon: Colophon(copies: ["市发展和改革委员会"], form: .letter))

    static let minutes = OfficialFrame(
        head: OfficialHead(.minutes, issuers: ["青衡市生态环境局局长办公会议纪要"], number: "〔2026〕5号"),
        attendance: [
            OfficialAttendance(.present, people: "局领导班子成员"), OfficialAttendance(.excused, people: "无"),
            OfficialAttendance(.observing, people: "办公室、法规科、水生态环境科、大气环境科、土壤与固体废物科、执法大队负责人"),
        ],
        colophon: Colophon(copies: ["局属各单位"], printer: "局办公室", printed: "2026年3月2日"))
}
