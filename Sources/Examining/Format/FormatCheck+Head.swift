import Documents

/// 版头 (7.2, 10.1, 10.3).
extension FormatCheck {
    mutating func checkHead() {
        checkMarks()
        checkNumber()
        checkSigners()
        guard parts.form != .bare else {
            return add(.issuer, at: "文首", found: "没有红色的发文机关标志", wanted: "正式印发的公文有发文机关标志")
        }
        checkIssuers()
        if parts.form != .letter { checkRule() }
    }

    private mutating func checkIssuers() {
        for index in parts.issuers {
            guard let look = look(anatomy.paragraphs[index]) else { continue }
            if !rules.isFace(Self.face(look), .title) {
                add(.issuer, at: place(index), found: Self.face(look), wanted: "推荐使用小标宋体")
            }
        }
        if parts.form == .minutes, let index = parts.issuers.first,
            !anatomy.paragraphs[index].isInTable, anatomy.paragraphs[index].stand.alignment != "center"
        {
            add(.minutes, at: place(index), found: "纪要标志没有居中", wanted: "纪要标志居中排布")
        }
    }

    /// 份号, 密级, 紧急程度: the lines above the issuer or, in a letter, beside its number.
    private mutating func checkMarks() {
        let end = parts.issuers.first ?? parts.number.map { $0 + 1 } ?? 0
        for index in 0..<min(end, anatomy.paragraphs.count) {
            let paragraph = anatomy.paragraphs[index]
            let text = OfficialParts.trimmed(paragraph.text.split(separator: "\t").first.map(String.init) ?? "")
            if !text.isEmpty, text.allSatisfy({ $0.isNumber && $0.isASCII }) {
                if text.count != 6 { add(.copyNumber, at: place(index), found: "\(text.count) 位", wanted: "6 位阿拉伯数字") }
                continue
            }
            let isSecret = ["绝密", "机密", "秘密"].contains { text.hasPrefix($0) }
            let isUrgent = ["特急", "加急", "特提", "平急", "急件"].contains { text.hasPrefix($0) }
            guard isSecret || isUrgent, let look = paragraph.runs.first?.look else { continue }
            let kind: FormatKind = isSecret ? .secrecy : .urgency
            if !rules.isFace(Self.face(look), .heading) || look.halfPoints != rules.bodySize * 2 {
                add(kind, at: place(index), found: "\(Self.points(look))\(Self.face(look))", wanted: "三号黑体")
            }
            if isUrgent, !["特急", "加急"].contains(text) {
                add(kind, at: place(index), found: "“\(text)”", wanted: "“特急”或“加急”")
            }
            if isSecret, text.count > 2, !text.contains("★") {
                add(kind, at: place(index), found: "“\(text)”", wanted: "密级和期限之间用“★”")
            }
        }
    }

    /// 发文字号: code, whole year in six-cornered brackets, no 第, no leading zero, 号.
    private mutating func checkNumber() {
        guard let index = parts.number else {
            if parts.form != .bare {
                add(.numberMissing, at: "版头", found: "没有发文字号", wanted: "发文机关代字、年份、发文顺序号，如 青环发〔2026〕12号")
            }
            return
        }
        let text = anatomy.paragraphs[index].text
        guard let open = text.firstIndex(where: { "〔[［(（【﹝".contains($0) }) else { return }
        let inside = text[text.index(after: open)...]
        guard let close = inside.firstIndex(where: { "〕]］)）】﹞".contains($0) }) else { return }
        let behind = inside[inside.index(after: close)...].drop(while: \.isWhitespace)
        let rest = behind.prefix { $0 != "号" }
        if text[open] != "〔" || inside[close] != "〕" {
            add(
                .numberForm, at: place(index), found: "年份用“\(text[open])\(inside[close])”", wanted: "六角括号“〔〕”")
        }
        if rest.hasPrefix("第") {
            add(.numberForm, at: place(index), found: "顺序号前有“第”", wanted: "发文顺序号不加“第”字")
        }
        let digits = rest.filter { $0.isNumber }
        if digits.hasPrefix("0") {
            add(.numberForm, at: place(index), found: "“\(digits)”", wanted: "发文顺序号不编虚位")
        } else if digits.isEmpty || !digits.allSatisfy(\.isASCII) {
            add(.numberForm, at: place(index), found: "“\(rest)”", wanted: "发文顺序号用阿拉伯数字")
        }
        if let look = look(anatomy.paragraphs[index]), look.halfPoints != rules.bodySize * 2 {
            add(
                .numberForm, at: place(index), found: Self.points(look),
                wanted: Self.points(halves: rules.bodySize * 2))
        }
    }

    private mutating func checkSigners() {
        for index in parts.signers {
            let paragraph = anatomy.paragraphs[index]
            guard let range = paragraph.text.firstRange(of: "签发人") else { continue }
            let behind = paragraph.text[range.upperBound...]
            if behind.first == ":" {
                add(.signers, at: place(index), found: "半角冒号", wanted: "“签发人”后用全角冒号")
            }
            guard let last = paragraph.runs.last(where: { $0.text.contains(where: Self.isChinese) }),
                !last.text.contains("签发人")
            else { continue }
            if !rules.isFace(Self.face(last.look), .subheading) || last.look.halfPoints != rules.bodySize * 2 {
                add(
                    .signers, at: place(index), found: "姓名用\(Self.points(last.look))\(Self.face(last.look))",
                    wanted: "签发人姓名用三号楷体")
            }
        }
    }

    /// A red rule between head and title: a border of a paragraph, or something drawn, which cannot be measured.
    private mutating func checkRule() {
        let begin = parts.issuers.last ?? 0
        let end = parts.title.first ?? begin + 1
        guard begin < end else { return }
        let between = anatomy.paragraphs[begin..<end]
        let isRuled = between.contains { paragraph in
            paragraph.stand.rules.values.contains { OfficialParts.isRed($0.uppercased()) } || paragraph.hasDrawing
                || paragraph.isRuled
        }
        if !isRuled {
            add(.headRule, at: "版头", found: "发文字号之下没有红色分隔线", wanted: "发文字号之下 4 mm 处居中印红色分隔线，与版心等宽")
        }
    }
}
