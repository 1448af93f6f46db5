import Catalog

/// Proves of a procedure that it can be walked: every state reachable, every deadline grounded, every post existing.
struct ProcedureCheck {
    private let procedure: Procedure
    private let reader: RuleReader
    private let nodes: Nodes

    /// - Parameters:
    ///   - roles: the posts there are.
    ///   - ladders: the ladders there are.
    static func run(
        _ procedure: Procedure, _ file: RuleFile, roles: Set<String>, ladders: Set<String>, with reader: RuleReader
    ) {
        let check = ProcedureCheck(procedure: procedure, reader: reader, nodes: Nodes(file))
        check.names()
        check.reach()
        check.posts(roles)
        check.references()
        check.deadlines()
        if !ladders.contains(procedure.ladder) {
            check.refuse(nil, "没有“\(procedure.ladder)”这个升级阶梯", "可用的：\(ladders.sorted().joined(separator: "、"))")
        }
    }

    private func names() {
        let lists = [
            ("状态", procedure.states.map(\.name)), ("步骤", procedure.actions.map(\.name)),
            ("时限", procedure.clocks.map(\.name)), ("事项", procedure.facts.map(\.name)),
        ]
        for (what, names) in lists {
            for name in Set(names) where names.count(where: { $0 == name }) > 1 {
                refuse(name, "\(what)“\(name)”出现了两次", "名称在一个程序内不能重复")
            }
        }
        if procedure.state(procedure.initial) == nil {
            refuse(nil, "初始状态“\(procedure.initial)”不在 states 里", "写 states 中的一个")
        }
        for action in procedure.actions {
            for state in action.from + [action.to] where procedure.state(state) == nil {
                refuse(action.name, "步骤“\(action.name)”提到的状态“\(state)”不存在", "写 states 中的一个，或补上它")
            }
        }
    }

    /// Every state is reached from the first one, and from every state that is no end something leads on to one, if there are ends.
    private func reach() {
        let reached = walk(from: [procedure.initial]) { action in (action.from, [action.to]) }
        for state in procedure.states where !reached.contains(state.name) {
            refuse(Nodes.state(state.name), "从“\(procedure.initial)”到不了状态“\(state.name)”", "补上通向它的步骤，或删去它")
        }
        let ends = procedure.states.filter(\.isEnd).map(\.name)
        let leading = walk(from: Set(ends)) { action in ([action.to], action.from) }
        for state in procedure.states where !ends.isEmpty && !leading.contains(state.name) {
            refuse(Nodes.state(state.name), "从状态“\(state.name)”走不到任何终点", "补上离开它的步骤，或标为 end: true")
        }
        if ends.isEmpty {
            for state in procedure.states
            where !procedure.actions.contains(where: { $0.from.contains(state.name) && $0.to != state.name }) {
                refuse(Nodes.state(state.name), "没有步骤离开状态“\(state.name)”", "补上步骤，或标为 end: true")
            }
        }
    }

    private func walk(
        from start: Set<String>, along: (ProcedureAction) -> (from: [String], to: [String])
    ) -> Set<String> {
        var reached = start
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for action in procedure.actions {
                let edge = along(action)
                guard edge.from.contains(where: reached.contains) else { continue }
                for state in edge.to where reached.insert(state).inserted { isGrowing = true }
            }
        }
        return reached
    }

    private func posts(_ roles: Set<String>) {
        for action in procedure.actions {
            let attesting = action.guards.flatMap { guardian -> [String] in
                switch guardian {
                case .attested(let attestation): attestation.roles
                case .checked(_, _, let unless): unless?.roles ?? []
                }
            }
            for role in Set(action.roles + attesting + action.countersigners) where !roles.contains(role) {
                refuse(action.name, "步骤“\(action.name)”的岗位“\(role)”不存在", "写 accounts/roles.yaml 中的一个")
            }
        }
        for clock in procedure.clocks {
            for role in Set(clock.extensions.flatMap(\.roles)) where !roles.contains(role) {
                refuse(clock.name, "时限“\(clock.name)”的批准岗位“\(role)”不存在", "写 accounts/roles.yaml 中的一个")
            }
        }
    }

    private func refuse(_ name: String?, _ message: String, _ mend: String) {
        reader.refuse(nodes.named(name), .other(message: message, mend: mend))
    }
}

extension ProcedureCheck {
    /// Guards and clock changes name clocks, actions and facts that there are.
    private func references() {
        for change in procedure.opening { clock(change, in: nil) }
        if let payment = procedure.payment { terms(payment) }
        for action in procedure.actions {
            for change in action.clocks {
                clock(change, in: action.name)
                if case .extend(let name) = change { extending(name, action) }
            }
            for fact in action.form where procedure.fact(fact) == nil { missing("事项", fact, action) }
            for case .checked(let predicate, _, _) in action.guards { names(of: predicate, in: action) }
        }
    }

    private func terms(_ payment: PaymentTerms) {
        for (name, kind) in [(payment.fine, FactKind.money), (payment.paid, .money), (payment.on, .date)]
        where procedure.fact(name)?.kind != kind {
            refuse(nil, "payment 提到的事项“\(name)”不存在或者种类不对", "在 facts 里写明金额、日期")
        }
        for name in [payment.due, payment.late] where procedure.clock(name) == nil {
            refuse(nil, "payment 提到的时限“\(name)”不存在", "写 clocks 中的一个，或补上它")
        }
    }

    private func names(of predicate: CheckedPredicate, in action: ProcedureAction) {
        switch predicate {
        case .waited(let name): kind(of: name, is: [.wait, .limit], action)
        case .inTime(let name): kind(of: name, is: [.limit, .wait, .yearly], action)
        case .leadTime(let name): kind(of: name, is: [.before], action)
        case .done(let names), .notDone(let names), .apart(let names): actions(names, action)
        case .doneSince(let name, let events): actions([name] + events, action)
        case .rounds(let name, _): actions([name], action)
        case .fact(let name, let value): fact(name, value, action)
        case .atMost(let amount, let by, let limits):
            if procedure.fact(amount)?.kind != .money { missing("金额事项", amount, action) }
            guard case .choice(let words)? = procedure.fact(by)?.kind else { return missing("选择事项", by, action) }
            for word in limits.keys.sorted() where !words.contains(word) { missing("选项", word, action) }
        case .dailyFine(let amount, let first, let from, let to):
            for name in [amount, first] where procedure.fact(name)?.kind != .money { missing("金额事项", name, action) }
            for name in [from, to] where procedure.fact(name)?.kind != .date { missing("日期事项", name, action) }
        case .notAfter(let name):
            if procedure.fact(name)?.kind != .date { missing("日期事项", name, action) }
        case .paidUp:
            if procedure.payment == nil { missing("缴款约定", "payment", action) }
        case .officers, .papers: break
        }
    }

    private func kind(of name: String, is kinds: [ClockKind], _ action: ProcedureAction) {
        guard let clock = procedure.clock(name) else { return missing("时限", name, action) }
        if !kinds.contains(clock.kind) {
            refuse(action.name, "步骤“\(action.name)”的条件不适用于时限“\(name)”的种类 \(clock.kind.rawValue)", "改用适合的条件或种类")
        }
    }

    private func actions(_ names: [String], _ action: ProcedureAction) {
        for name in names where procedure.action(name) == nil { missing("步骤", name, action) }
    }

    private func fact(_ name: String, _ value: String, _ action: ProcedureAction) {
        switch procedure.fact(name)?.kind {
        case nil, .money, .date: missing("事项", name, action)
        case .flag where !["true", "false"].contains(value): missing("值", value, action)
        case .choice(let words) where !words.contains(value): missing("选项", value, action)
        case .choices: missing("选项（条件只认单选）", value, action)
        case .flag, .choice, .text: break
        }
    }

    private func missing(_ what: String, _ name: String, _ action: ProcedureAction) {
        refuse(action.name, "步骤“\(action.name)”提到的\(what)“\(name)”不存在", "改为程序中有的，或补上它")
    }

    private func clock(_ change: ClockChange, in action: String?) {
        guard let clock = procedure.clock(change.clock) else {
            return refuse(action, "提到的时限“\(change.clock)”不存在", "写 clocks 中的一个，或补上它")
        }
        switch change {
        case .pause(_, let ground), .resume(_, let ground):
            if !clock.pauses.contains(where: { $0.ground == ground }) {
                refuse(action, "时限“\(clock.name)”没有“\(ground)”这个停算事由", "在该时限的 pauses 里写明事由和依据")
            }
        case .start, .stop, .extend: break
        }
    }

    /// Who takes a step that extends a clock is who approves its extensions.
    private func extending(_ name: String, _ action: ProcedureAction) {
        guard let clock = procedure.clock(name) else { return }
        if clock.extensions.isEmpty || clock.extensions.contains(where: { !Set(action.roles).isSubset(of: $0.roles) }) {
            refuse(action.name, "步骤“\(action.name)”的岗位不能批准延长“\(name)”", "使 roles 与该时限 extensions 的 roles 一致")
        }
    }

    /// Every clock begins, ends, and rests on an article of its own.
    private func deadlines() {
        let changes = procedure.opening + procedure.actions.flatMap(\.clocks)
        for clock in procedure.clocks {
            if !changes.contains(.start(clock.name)) {
                refuse(clock.name, "时限“\(clock.name)”从未起算", "在 opening 或某个步骤的 clocks 里写 start: \(clock.name)")
            }
            if clock.kind != .wait, !changes.contains(.stop(clock.name)) {
                refuse(clock.name, "时限“\(clock.name)”从不停止", "在完成它的步骤的 clocks 里写 stop: \(clock.name)")
            }
            if clock.basis.isEmpty {
                refuse(clock.name, "时限“\(clock.name)”没有依据", "写明法律、法规或规定的条款；本局自定的写明文件")
            }
            if clock.kind == .wait || clock.kind == .before, !clock.extensions.isEmpty {
                refuse(clock.name, "时限“\(clock.name)”是等待期或提前期，不能延长", "删去 extensions")
            }
        }
    }
}

extension ProcedureCheck {
    /// Where the named things of a file stand.
    private struct Nodes {
        private let root: RuleNode
        private var byName: [String: RuleNode] = [:]

        init(_ file: RuleFile) {
            root = file.node
            collect(file.node)
        }

        /// The key of a state, which may bear the name of an action.
        static func state(_ name: String) -> String { "state \(name)" }

        func named(_ key: String?) -> RuleNode { key.flatMap { byName[$0] } ?? root }

        private mutating func collect(_ node: RuleNode) {
            switch node.content {
            case .scalar: break
            case .list(let nodes): for node in nodes { collect(node) }
            case .mapping(let entries):
                for entry in entries {
                    if entry.key == "states", case .list(let nodes) = entry.value.content {
                        for node in nodes { if let name = node.scalar { remember(Self.state(name), node) } }
                    }
                    if let name = entry.value.scalar {
                        if entry.key == "state" { remember(Self.state(name), node) }
                        // Of guards and clock changes, which name clocks and facts too, the first key is another one.
                        if ["action", "clock", "fact"].contains(entry.key), entries.first?.key == entry.key {
                            remember(name, node)
                        }
                    }
                    collect(entry.value)
                }
            }
        }

        private mutating func remember(_ key: String, _ node: RuleNode) { byName[key] = byName[key] ?? node }
    }
}
