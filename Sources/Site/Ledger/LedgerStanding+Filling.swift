import Ledger
import Records
import Standards
import Storage

extension LedgerStanding {
    /// - Parameters:
    ///   - through: the last record that the page rests on; nil for all there are.
    ///   - connection: of the present: checkpoints and witnesses of today vouch for what was yesterday.
    init(through: Int64?, in connection: ReadConnection) throws {
        let last = try RecordStore.lastSequence(in: connection)
        let through = through ?? last
        let checkpoint = try LedgerStore.checkpoint(in: connection)
        let signed = checkpoint?.signed.checkpoint.size ?? 0
        let witnesses = try LedgerStore.witnesses(in: connection)
        let sizes = try WitnessedSizes(in: connection)
        let seen = witnesses.compactMap { sizes[$0.name] }.max()
        var facts = [
            LabelledText(label: "签名", value: Self.signature(checkpoint, through: through), href: nil)
        ]
        facts += witnesses.map { witness in
            LabelledText(label: "外部见证", value: Self.words(of: witness, sizes.sight(of: witness.name)), href: nil)
        }
        self.init(
            warning: Self.warning(witnesses, seen: seen), standingFacts: facts,
            shows: Self.shows(signed: signed, seen: seen), doesNotShow: Self.limits(signed, seen, through: through),
            last: last)
    }

    /// The same with one more thing that it does not show.
    func limited(by sentence: String) -> LedgerStanding {
        LedgerStanding(
            warning: warning, standingFacts: standingFacts, shows: shows, doesNotShow: doesNotShow + [sentence],
            last: last)
    }

    private static func signature(_ checkpoint: StoredCheckpoint?, through: Int64) -> String {
        guard let checkpoint else { return "台账还没有签过名" }
        let size = checkpoint.signed.checkpoint.size
        let time = Instant(milliseconds: checkpoint.milliseconds).minuteText
        return "已签至第 \(size) 条记录（\(time)，\(checkpoint.signed.checkpoint.origin)）"
            + (through > size ? "，其后的下次签名时一并签上，每小时一次" : "")
    }

    private static func words(of witness: Witness, _ sight: WitnessedSizes.Sight?) -> String {
        let name = "\(witness.name)（\(witness.way.word)\(witness.isFormer ? "，已停用" : "")）"
        guard let sight else { return "\(name)：尚未见证" }
        return "\(name)：见证至第 \(sight.size) 条记录（\(Instant(secondsSince1970: sight.secondsSince1970).minuteText)）"
    }

    private static func warning(_ witnesses: [Witness], seen: Int64?) -> String? {
        if seen != nil { return nil }
        return witnesses.contains { !$0.isFormer } ? "尚未见证" : "无外部见证"
    }

    private static func shows(signed: Int64, seen: Int64?) -> [String] {
        var sentences: [String] = []
        if signed > 0 { sentences.append("第 \(signed) 条及以前的记录，自签名时起如被改动、删除或调换次序，核验时查得出") }
        if let seen { sentences.append("第 \(seen) 条及以前的记录只有一本台账：见证方留有检查点，可随时要求证明台账只增不改") }
        return sentences
    }

    private static func limits(_ signed: Int64, _ seen: Int64?, through: Int64) -> [String] {
        var sentences = ["监测设备是否测得准确", "应当收到的数据是否都已收到（列出应有数和实有数，缺口可见）"]
        if through > signed { sentences.append("第 \(signed) 条以后的记录在签名之前是否被改动") }
        guard let seen else {
            return sentences + ["本局是否另有一本台账：检查点没有局外的人留存，换掉整本台账外人无从发现"]
        }
        if through > seen { sentences.append("第 \(seen) 条以后的记录是否另有一本台账") }
        return sentences
    }
}
