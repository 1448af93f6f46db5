/// What can be pointed to in a paper: numbers of references, places of anchors. Every link is checked before printing.
struct PaperIndex {
    /// Number of each reference by its id, in order of the lists, from 1.
    private(set) var references: [String: Int] = [:]
    /// Number of each anchor in order of appearance, from 1.
    private(set) var anchors: [String: Int] = [:]

    /// - Throws: `DocumentError.duplicateAnchor`, `.unknownReference`, `.unknownAnchor`.
    init(_ paper: Paper) throws(DocumentError) {
        for block in paper.blocks {
            switch block {
            case .heading(let heading): try add(heading.anchor)
            case .table(let table): try add(table.anchor)
            case .picture(let picture): try add(picture.anchor)
            case .references(let list):
                for reference in list {
                    guard references[reference.id] == nil else {
                        throw DocumentError(.duplicateAnchor, value: reference.id)
                    }
                    references[reference.id] = references.count + 1
                }
            case .masthead, .title, .paragraph, .note, .signature, .pageBreak, .section: break
            case .officialHead, .appendixList, .appendix, .attendance, .colophon: break
            }
        }
        for block in paper.blocks {
            for run in Self.runs(of: block) { try check(run) }
        }
    }

    private mutating func add(_ anchor: String?) throws(DocumentError) {
        guard let anchor else { return }
        guard anchors[anchor] == nil else { throw DocumentError(.duplicateAnchor, value: anchor) }
        anchors[anchor] = anchors.count + 1
    }

    private func check(_ run: Run) throws(DocumentError) {
        if let id = run.reference, references[id] == nil { throw DocumentError(.unknownReference, value: id) }
        if case .anchor(let name) = run.link, anchors[name] == nil { throw DocumentError(.unknownAnchor, value: name) }
    }

    /// What a run shows: its text, or the number of its reference.
    func text(of run: Run) -> String {
        guard let id = run.reference else { return run.text }
        // Safe: `init` refused papers with unknown references; 0 would show an unchecked run.
        return "[\(references[id] ?? 0)]"
    }

    private static func runs(of block: Block) -> [Run] {
        switch block {
        case .heading(let heading): heading.runs
        case .paragraph(let paragraph): paragraph.runs
        case .note(let runs): runs
        case .picture(let picture): picture.caption
        case .references(let list): list.flatMap(\.runs)
        case .table(let table):
            table.caption + table.note + (table.header + table.rows).flatMap { $0.flatMap(\.runs) }
        case .masthead, .title, .signature, .pageBreak, .section: []
        case .officialHead, .appendixList, .appendix, .attendance, .colophon: []
        }
    }
}
