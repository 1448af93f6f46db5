/// One piece of a paper, from top to bottom.
package enum Block: Hashable, Sendable {
    /// The issuer's red letters with document number and rule (GB/T 9704-2012, 7.2.4, 7.2.5, 7.2.7).
    case masthead(Masthead)
    /// The title, one string a line (GB/T 9704-2012, 7.3.1).
    case title([String])
    case heading(Heading)
    case paragraph(Paragraph)
    case table(Table)
    /// A small remark under a table or at the end: 注：….
    case note([Run])
    case picture(Picture)
    /// The list that reference marks point to.
    case references([Reference])
    case signature(Signature)
    case pageBreak
    /// A new page with another orientation, for wide tables; holds until the next section.
    case section(DocumentLayout.Orientation)
    /// 版头 of an official document. Stands first.
    case officialHead(OfficialHead)
    /// 附件说明: the names of the appendices (GB/T 9704-2012, 7.3.4).
    case appendixList([String])
    case appendix(OfficialAppendix)
    /// Who took part in a meeting (GB/T 9704-2012, 10.3).
    case attendance([OfficialAttendance])
    /// 版记. Stands last.
    case colophon(Colophon)
}
