import ArgumentParser
import Casework
import Catalog
import House

struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "规则目录", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "检查规则文件，逐条指出文件、行号和改法")

        @OptionGroup
        var catalog: CatalogArguments

        func run() throws {
            let overlay = catalog.overlay
            let faults = try CatalogCheck.faults(overlay: overlay)
            for fault in faults { Terminal.say(fault) }
            if !faults.isEmpty { throw ExitStatus.findings }
            let rules = try catalog.load().rules
            let provisional = rules.count { $0.header.confidence == .provisional }
            try sayProcedures(ProcedureBook(catalog.load()))
            Terminal.say("规则文件 \(rules.count) 个，未发现问题；其中暂定（未核对原文）\(provisional) 个")
        }

        /// How many conditions of each procedure the program decides and how many persons confirm.
        private func sayProcedures(_ book: ProcedureBook) {
            for procedure in book.procedures {
                let counts = procedure.guardCounts
                Terminal.say(
                    "程序 \(procedure.id) \(procedure.header.title)（\(procedure.version)起）：状态 \(procedure.states.count)，"
                        + "步骤 \(procedure.actions.count)，时限 \(procedure.clocks.count)，"
                        + "条件：程序核验 \(counts.checked)、人员确认 \(counts.attested)")
            }
            let totals = book.procedures.map(\.guardCounts)
            let checked = totals.reduce(0) { $0 + $1.checked }
            let attested = totals.reduce(0) { $0 + $1.attested }
            Terminal.say("程序 \(totals.count) 个，条件：程序核验 \(checked) 项，人员确认 \(attested) 项")
        }
    }
}
