import Registry
import Standards
import Storage

extension SourcePage {
    /// The attachments that stand.
    static func attachments(
        _ file: SourceFile, canChange: Bool, asOf sequence: Int64?, in context: PageContext
    ) throws -> [Attachment] {
        let found = try SourceAttachmentStore.attachments(of: [file.id] + file.absorbed, in: context.connection)
            .filter { $0.stands(at: sequence ?? .max) }
        let own = Set(try SourceAttachmentStore.attachments(of: [file.id], in: context.connection).map(\.sequence))
        let hasThumbnails = ThumbnailMaker().isAvailable
        return found.map { attachment in
            let size = "\(attachment.form.rawValue)，\((attachment.size + 1_023) / 1_024) KB"
            let isPicture = attachment.form.isPicture
            return Attachment(
                name: attachment.fileName, href: SiteURL.sourceAttachment(file.id, attachment.sequence).path,
                note: attachment.note.isEmpty ? nil : attachment.note,
                sizeText: isPicture && !hasThumbnails ? size + "；本机没有 libvips 或 ImageMagick，不显示缩略图" : size,
                timeText: Instant(milliseconds: attachment.timeMilliseconds).minuteText, actor: attachment.actor,
                recordHref: SiteURL.record(attachment.sequence).path,
                thumbnailHref: isPicture && hasThumbnails
                    ? SiteURL.sourceThumbnail(file.id, attachment.sequence).path : nil,
                // What came with another file is taken off there no more: that file has ended.
                removal: canChange && own.contains(attachment.sequence)
                    ? Removal(
                        action: SiteURL.sourceDetachment(file.id, attachment.sequence).path,
                        tokenValue: context.services.formToken.text) : nil)
        }
    }
}
