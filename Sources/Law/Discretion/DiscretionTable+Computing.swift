import Catalog
import Standards

extension DiscretionTable {
    /// Computes a fine.
    ///
    /// - Parameters:
    ///   - statutory: what the provision allows in this case; the result never leaves it but by a mitigation.
    ///   - law: the law of the provision, as it is named there.
    /// - Throws: `LawError` with `.unknownChoice`, `.noBase`, `.beyondAdjustment`, `.overflow`.
    package func fine(
        _ request: DiscretionRequest, within statutory: ClosedRange<Money>, under law: String
    ) throws(LawError) -> DiscretionResult {
        let terms = try terms(of: request)
        var draft = Draft(statutory: statutory)
        draft.remark(terms, of: self, under: law)
        switch model {
        case .weights: try addWeights(terms, request, to: &draft)
        case .interpolated: try interpolate(terms, to: &draft)
        case .bands: try addBand(request, to: &draft)
        case .grades:
            draft.fine = statutory
            draft.remarks.append("这份基准只列出分级，没有合成公式，不能据此算出数额：以下只是法定幅度，须由本局裁量并写明理由")
        }
        draft.clamp()
        if let change = request.change { try apply(change, to: &draft) }
        return DiscretionResult(
            table: id, confidence: confidence, terms: terms, sum: draft.sum, arithmetic: draft.arithmetic,
            fine: draft.fine, statutory: statutory, remarks: draft.remarks, needsDiscussion: draft.needsDiscussion)
    }

    /// Every factor with the level that was chosen, the lightest where none was.
    private func terms(of request: DiscretionRequest) throws(LawError) -> [DiscretionResult.Term] {
        for choice in request.choices where !factors.contains(where: { $0.name == choice.factor }) {
            throw LawError(.unknownChoice, detail: choice.factor)
        }
        var terms: [DiscretionResult.Term] = []
        for factor in factors {
            let choice = request.choices.first { $0.factor == factor.name }
            var level = factor.levels.min { $0.weight < $1.weight } ?? factor.levels[0]
            if let name = choice?.level {
                guard let found = factor.levels.first(where: { $0.name == name }) else {
                    throw LawError(.unknownChoice, detail: "\(factor.name)：\(name)")
                }
                level = found
            }
            terms.append(
                DiscretionResult.Term(
                    factor: factor.name, level: level.name, weight: level.weight, evidence: choice?.evidence ?? [],
                    isUnknown: choice?.level == nil))
        }
        return terms
    }

    private func addWeights(
        _ terms: [DiscretionResult.Term], _ request: DiscretionRequest, to draft: inout Draft
    ) throws(LawError) {
        let scale = try scale(named: request.scale)
        let sum = draft.add(terms, to: scale.base)
        var share = min(max(sum, scale.floor ?? .zero), 100)
        if let floor = scale.floor, sum < floor {
            draft.arithmetic.append("不足\(floor.plainText)%的按\(floor.plainText)%")
        }
        if sum > 100 { draft.arithmetic.append("超过100%的按100%") }
        share = try Money.divided(share, by: 100)
        let whole = try whole(of: scale, request)
        let fine = try Money.rounding(share * Rational(whole.money.fen))
        draft.arithmetic.append("\((share * 100).plainText)%×\(whole.text)=\(fine)")
        draft.fine = fine...fine
    }

    private func interpolate(_ terms: [DiscretionResult.Term], to draft: inout Draft) throws(LawError) {
        let most = draft.statutory.upperBound
        let least = draft.statutory.lowerBound
        let sum = min(draft.add(terms, to: .zero), 100)
        guard most > .zero, let start = try? Rational(least.fen) / Rational(most.fen) else {
            throw LawError(.overflow)
        }
        let share = try start + Money.divided(sum, by: 100) * (Rational(1) - start)
        let fine = try Money.rounding(share * Rational(most.fen))
        draft.arithmetic.append("Y=\(least)÷\(most)=\(start.plainText)")
        draft.arithmetic.append("[Y+\(sum.plainText)%×(1−Y)]×\(most)=\(fine)")
        draft.fine = fine...fine
    }

    private func addBand(_ request: DiscretionRequest, to draft: inout Draft) throws(LawError) {
        guard let band = bands.first(where: { $0.when == request.band }) else {
            throw LawError(.unknownChoice, detail: request.band ?? "情形")
        }
        let (least, most) = (band.range.lowerBound, band.range.upperBound)
        let mean = try Money.rounding(Money.divided(Rational(least.fen) + Rational(most.fen), by: 2))
        draft.arithmetic.append("“\(band.when)”\(least)至\(most)，平均值 (\(least)+\(most))÷2=\(mean)")
        switch request.degree {
        case .usual: draft.fine = mean...mean
        case .heavier:
            draft.fine = mean...most
            draft.remarks.append("从重的在平均值以上确定，须写明理由")
        case .lighter:
            draft.fine = least...mean
            draft.remarks.append("从轻的在平均值以下（不含平均值）确定，须写明理由")
        }
    }

    private func scale(named name: String?) throws(LawError) -> Scale {
        if let name {
            guard let found = scales.first(where: { $0.name == name }) else {
                throw LawError(.unknownChoice, detail: name)
            }
            return found
        }
        guard scales.count == 1 else { throw LawError(.unknownChoice, detail: "适用对象") }
        return scales[0]
    }

    private func whole(
        of scale: Scale, _ request: DiscretionRequest
    ) throws(LawError) -> (money: Money, text: String) {
        if let whole = scale.whole { return (whole, "\(whole)") }
        let name = scale.of ?? ""
        guard let base = request.base, let share = scale.share else { throw LawError(.noBase, detail: name) }
        let money = try Money.rounding(Money.divided(share * Rational(base.fen), by: 100))
        return (money, "\(name)\(base)×\(share.plainText)%")
    }

    /// A promise that was accepted takes its share off and never goes below the least of the law.
    private func apologise(_ change: DiscretionRequest.Change, _ draft: inout Draft) throws(LawError) {
        guard let apology, let amount = draft.amount else {
            throw LawError(.beyondAdjustment, detail: "本裁量表没有规定公开道歉承诺可以减少罚款")
        }
        let (least, greatest) = (apology.shares.lowerBound, apology.shares.upperBound)
        let taken = Rational(change.amount.fen * 100)
        guard taken >= least * Rational(amount.fen), taken <= greatest * Rational(amount.fen) else {
            throw LawError(
                .beyondAdjustment,
                detail: "公开道歉承诺应减少 \(amount) 的 \(least.plainText)% 至 \(greatest.plainText)%，\(apology.basis)")
        }
        let moved = Money(fen: amount.fen - change.amount.fen)
        draft.fine = moved...moved
        draft.arithmetic.append("公开道歉承诺减少 \(change.amount)：\(moved)（\(change.reason)）")
        draft.remarks.append("须核对不属于不适用的情形：\(apology.excluded.joined(separator: "；"))等（\(apology.basis)）")
        draft.clamp()
    }

    private func apply(_ change: DiscretionRequest.Change, to draft: inout Draft) throws(LawError) {
        if change.kind == .apologised { return try apologise(change, &draft) }
        guard let adjustment, let amount = draft.amount else {
            throw LawError(.beyondAdjustment, detail: "本裁量表没有规定可以这样调整")
        }
        let most = draft.statutory.upperBound
        let least = draft.statutory.lowerBound
        let greatest = try Money.rounding(Money.divided(adjustment.greatestShare * Rational(most.fen), by: 100))
        let moved = Money(
            fen: change.kind == .heavier ? amount.fen + change.amount.fen : amount.fen - change.amount.fen)
        switch change.kind {
        case .heavier, .lighter:
            guard change.amount >= .zero, change.amount <= greatest else {
                throw LawError(.beyondAdjustment, detail: "\(change.kind.rawValue)不超过 \(greatest)，\(adjustment.basis)")
            }
            draft.fine = moved...moved
            draft.arithmetic.append("\(change.kind.rawValue) \(change.amount)：\(moved)（\(change.reason)）")
            draft.clamp()
        case .mitigated:
            let floor = try Money.rounding(Money.divided(adjustment.leastMitigated * Rational(least.fen), by: 100))
            guard moved >= floor, moved < least else {
                throw LawError(.beyondAdjustment, detail: "减轻后应低于 \(least)、不低于 \(floor)，\(adjustment.basis)")
            }
            draft.fine = moved...moved
            draft.arithmetic.append("减轻 \(change.amount)：\(moved)（\(change.reason)）")
            draft.remarks.append("低于法定最低，须经集体讨论并写明减轻处罚的依据")
            draft.needsDiscussion = true
        case .apologised: break
        }
    }

    /// A result while it is made.
    private struct Draft {
        let statutory: ClosedRange<Money>
        var fine: ClosedRange<Money>
        var sum: Rational?
        var arithmetic: [String] = []
        var remarks: [String] = []
        var needsDiscussion = false

        init(statutory: ClosedRange<Money>) {
            self.statutory = statutory
            fine = statutory
        }

        var amount: Money? { fine.lowerBound == fine.upperBound ? fine.lowerBound : nil }

        mutating func add(_ terms: [DiscretionResult.Term], to base: Rational) -> Rational {
            let total = terms.map(\.weight).reduce(base, +)
            let parts = (base.isZero ? [] : [base]) + terms.map(\.weight)
            arithmetic.append("(\(parts.map(\.plainText).joined(separator: "+")))%=\(total.plainText)%")
            sum = total
            return total
        }

        /// Keeps the result within the law, and says so.
        mutating func clamp() {
            let least = min(max(fine.lowerBound, statutory.lowerBound), statutory.upperBound)
            let most = min(max(fine.upperBound, statutory.lowerBound), statutory.upperBound)
            guard least...most != fine else { return }
            arithmetic.append(
                "法定幅度 \(statutory.lowerBound)至\(statutory.upperBound)：取 \(least == most ? "\(least)" : "\(least)至\(most)")"
            )
            remarks.append("裁量表的结果超出法定幅度，已取到幅度之内")
            fine = least...most
        }

        mutating func remark(_ terms: [DiscretionResult.Term], of table: DiscretionTable, under law: String) {
            for term in terms where term.isUnknown {
                remarks.append("“\(term.factor)”没有查明，按最轻的“\(term.level)”计")
            }
            if !law.hasPrefix(table.madeFor) {
                let how = table.servesLater ? "两法的罚款幅度相同，可作参考" : "两法的罚款幅度不同，只能作参考"
                remarks.append("裁量表是按\(table.madeFor)制定的，\(how)；须本省在生态环境法典之下重新发布后才能直接作为依据")
                if let note = table.note { remarks.append(note) }
            }
            if table.confidence == .provisional { remarks.append("裁量表未核对原文") }
        }
    }
}
