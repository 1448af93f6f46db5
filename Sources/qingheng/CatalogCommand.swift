import ArgumentParser
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
            Terminal.say("规则文件 \(rules.count) 个，未发现问题；其中暂定（未核对原文）\(provisional) 个")
        }
    }
}
