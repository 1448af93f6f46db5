/// The elements of an official document on the web: the same words in the same order, without the paper's distances.
extension HTMLBody {
    func write(_ head: OfficialHead, _ html: inout MarkupWriter) {
        html.element("header", ["class": "paper-head"]) { html in
            for mark in head.marks { html.element("p", ["class": "paper-mark-line"], text: mark.text) }
            for (index, name) in head.issuers.enumerated() {
                let isLast = index == head.issuers.count - 1
                html.element("p", ["class": "paper-issuer"], text: name + (isLast && head.saysDocument ? "文件" : ""))
            }
            if let number = head.number { html.element("p", ["class": "paper-number"], text: number) }
            if !head.signers.isEmpty {
                html.element("p", ["class": "paper-signers"], text: "签发人：" + head.signers.joined(separator: "　"))
            }
        }
    }

    func write(appendices names: [String], _ html: inout MarkupWriter) {
        html.element("p", ["class": "paper-appendices"]) { html in
            html.append("附件：")
            for (index, name) in names.enumerated() {
                if index > 0 { html.empty("br") }
                html.append((names.count > 1 ? "\(index + 1)." : "") + name)
            }
        }
    }

    func write(_ appendix: OfficialAppendix, _ html: inout MarkupWriter) {
        html.element("p", ["class": "paper-flush"], text: appendix.label)
        html.element(heading(1), ["class": "paper-title"], text: appendix.title)
    }

    func write(_ attendance: [OfficialAttendance], _ html: inout MarkupWriter) {
        for group in attendance {
            html.element("p") { html in
                html.element("strong", text: group.role.name + "：")
                html.append(group.people)
            }
        }
    }

    func write(_ colophon: Colophon, _ html: inout MarkupWriter) {
        html.element("footer", ["class": "paper-colophon"]) { html in
            for list in colophon.lists { html.element("p", text: list.label + list.names) }
            if let printer = colophon.printer { html.element("p", text: printer) }
            if let printed = colophon.printed { html.element("p", text: printed + "印发") }
        }
    }
}
