import Ledger
import Records
import Registry
import Storage

/// Files that were attached and taken off.
struct AttachmentTimeline: SourceTimeline {
    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> [SourceMoment] {
        let found = try SourceAttachmentStore.attachments(of: [file.id] + file.absorbed, in: context.connection)
        return try found.flatMap { attachment -> [SourceMoment] in
            var moments = [
                moment(
                    "附上文件：\(attachment.fileName)", attachment.note, attachment.timeMilliseconds, attachment.sequence,
                    attachment.actor, isUndone: attachment.removedBy != nil)
            ]
            if let by = attachment.removedBy, let record = try RecordStore.record(by, in: context.connection) {
                moments.append(
                    moment(
                        "取下附件：\(attachment.fileName)", attachment.removalReason, record.timeMilliseconds, by,
                        record.actor, isUndone: false))
            }
            return moments
        }
    }

    private func moment(
        _ what: String, _ detail: String, _ time: Int64, _ sequence: Int64, _ actor: String, isUndone: Bool
    ) -> SourceMoment {
        SourceMoment(
            timeMilliseconds: time, sequence: sequence,
            event: SourcePage.Event(
                timeText: SourceText.time(time), what: what, detail: detail.isEmpty ? nil : detail, actor: actor,
                link: SourcePage.Event.record(sequence), asOfHref: nil, batchHref: nil, isUndone: isUndone))
    }
}
