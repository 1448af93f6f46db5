import Documents

/// 附件说明, 成文日期, 附注, appendices and 版记 (7.3.4–7.4).
extension FormatCheck {
    mutating func checkEnd() {
        checkAppendixList()
        checkDate()
        if let index = parts.remark, OfficialParts.trimmed(anatomy.paragraphs[index].text).hasPrefix("(") {
            add(.remark, at: place(index), found: "半角括号", wanted: "附注居左空二字，加全角圆括号")
        }
        for index in parts.appendices {
            let paragraph = anatomy.paragraphs[index]
            if let look = look(paragraph), !rules.isFace(Self.face(look), .heading) {
                add(.appendix, at: place(index), found: Self.face(look), wanted: "“附件”二字及顺序号用三号黑体")
            }
            if OfficialParts.trimmed(paragraph.text).hasSuffix("：") {
                add(.appendix, at: place(index), found: "附件顺序号后有冒号", wanted: "“附件”及顺序号后不加标点")
            }
        }
    }

    private mutating func checkAppendixList() {
        guard let first = parts.appendixList.first else { return }
        let text = OfficialParts.trimmed(anatomy.paragraphs[first].text)
        if text.hasPrefix("附件:") {
            add(.appendixList, at: place(first), found: "半角冒号", wanted: "“附件”后用全角冒号")
        }
        for index in parts.appendixList {
            let line = OfficialParts.trimmed(anatomy.paragraphs[index].text)
            if let last = line.last, "。；，、;,.".contains(last) {
                add(.appendixList, at: place(index), found: "附件名称后有“\(last)”", wanted: "附件名称后不加标点")
            }
            if line.contains("《") {
                add(.appendixList, at: place(index), found: "附件名称加书名号", wanted: "附件名称不加书名号")
            }
            let number = index == first ? line.dropFirst(3).drop(while: \.isWhitespace) : line[...]
            let digits = number.prefix { $0.isNumber && $0.isASCII }
            if !digits.isEmpty, number.dropFirst(digits.count).first == "、" {
                add(.appendixList, at: place(index), found: "“\(digits)、”", wanted: "“\(digits).”")
            }
            if index == first, parts.appendixList.count == 1, !digits.isEmpty,
                ".．、".contains(number.dropFirst(digits.count).first ?? " ")
            {
                add(.appendixList, at: place(index), found: "只有一个附件而编了顺序号", wanted: "一个附件不编顺序号")
            }
        }
    }

    private mutating func checkDate() {
        guard let index = parts.date else {
            if parts.form != .minutes { add(.dateMissing, at: "文末", found: "没有成文日期", wanted: "成文日期，年月日标全") }
            return
        }
        let paragraph = anatomy.paragraphs[index]
        let text = OfficialParts.trimmed(paragraph.text).filter { !$0.isWhitespace }
        let problem = Self.problem(ofDate: text)
        if let problem { add(.dateForm, at: place(index), found: "“\(text)”\(problem)", wanted: "如 2026年1月5日") }
        guard parts.form != .minutes, let look = look(paragraph) else { return }
        guard paragraph.stand.alignment == "right" || paragraph.stand.alignment == "end" else {
            return add(.datePlace, at: place(index), found: "没有按右侧编排，位置无法测定", wanted: "加盖印章的右空四字；不加盖印章的按署名右移二字")
        }
        let letter = look.halfPoints * 10
        let right = Self.distance(paragraph.stand.right, paragraph.stand.rightCharacters, letter: letter)
        let width = Double(TextWidth.halves(text)) / 2
        guard abs(right - 4) > 0.5 else { return }
        // Without a seal the date begins two characters behind the signature's beginning, or ends two from the edge.
        if abs(right - 2) <= 0.5 { return }
        if let signature = parts.signature {
            let signed = anatomy.paragraphs[signature]
            let name = OfficialParts.trimmed(signed.text)
            let nameRight = Self.distance(signed.stand.right, signed.stand.rightCharacters, letter: letter)
            let shift = nameRight + Double(TextWidth.halves(name)) / 2 - (right + width)
            if abs(nameRight - 2) <= 0.5, abs(shift - 2) <= 0.6 { return }
        }
        add(.datePlace, at: place(index), found: "右空 \(Self.one(right)) 字", wanted: "加盖印章的右空四字；不加盖印章的按署名右移二字")
    }

    /// What is wrong with a date; nil where it is as 7.3.5.4 wants it.
    static func problem(ofDate text: String) -> String? {
        let parts = text.split(whereSeparator: { "年月日".contains($0) }).map(String.init)
        guard text.hasSuffix("日"), text.contains("年"), parts.count == 3 else { return "没有把年、月、日标全" }
        guard parts.allSatisfy({ $0.allSatisfy { $0.isNumber && $0.isASCII } }) else { return "没有用阿拉伯数字" }
        if parts[0].count != 4 { return "年份没有标全称" }
        if parts[1].hasPrefix("0") || parts[2].hasPrefix("0") { return "月、日编了虚位" }
        guard let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
        else {
            return "不是日期"
        }
        return nil
    }

    // MARK: 版记

    mutating func checkColophon() {
        guard parts.copies != nil || parts.printing != nil else {
            if parts.form == .document || parts.form == .minutes {
                add(.colophonMissing, at: "文末", found: "没有版记", wanted: "正式印发的公文有印发机关和印发日期")
            }
            return
        }
        if let index = parts.copies {
            let text = OfficialParts.trimmed(anatomy.paragraphs[index].text)
            if !text.hasPrefix("抄送：") {
                add(.copies, at: place(index), found: "“\(text.prefix(3))”", wanted: "“抄送”后用全角冒号")
            }
            if !text.hasSuffix("。") {
                add(.copies, at: place(index), found: "最后没有句号", wanted: "最后一个抄送机关名称后标句号")
            }
            checkSmall(index, .copies)
        }
        if let index = parts.printing {
            checkSmall(index, .printing)
            let text = anatomy.paragraphs[index].text.filter { !$0.isWhitespace }
            let date = text.dropLast(2).reversed().prefix { $0.isNumber || "年月日二〇零一三四五六七八九十.-".contains($0) }
            let written = String(date.reversed())
            if let problem = Self.problem(ofDate: written) {
                add(.printing, at: place(index), found: "“\(written)”\(problem)", wanted: "如 2026年1月5日印发")
            }
            if parts.form == .letter {
                add(.letter, at: place(index), found: "版记有印发机关和印发日期", wanted: "信函的版记不加印发机关和印发日期、分隔线")
            }
        } else if parts.form == .document {
            add(.printing, at: "版记", found: "没有印发机关和印发日期", wanted: "末条分隔线之上编排印发机关和印发日期")
        }
        guard parts.form != .letter else { return }
        let indices = [parts.copies, parts.printing].compactMap { $0 }
        let isRuled = indices.contains { index in
            let paragraph = anatomy.paragraphs[index]
            return paragraph.isRuled || !paragraph.stand.rules.isEmpty || paragraph.hasDrawing
        }
        if !isRuled {
            add(.colophonRules, at: "版记", found: "没有分隔线", wanted: "首条和末条用粗线，中间用细线，与版心等宽")
        }
    }

    private mutating func checkSmall(_ index: Int, _ kind: FormatKind) {
        guard let look = look(anatomy.paragraphs[index]) else { return }
        if look.halfPoints != rules.colophonSize * 2 || !rules.isFace(Self.face(look), .body) {
            add(kind, at: place(index), found: "\(Self.points(look))\(Self.face(look))", wanted: "四号仿宋")
        }
    }
}
