import ArgumentParser

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "台账：签名密钥、检查点、证明和外部见证",
        subcommands: [
            LedgerKeyCommand.self, LedgerInitCommand.self, LedgerCheckpointCommand.self,
            LedgerConsistencyCommand.self, LedgerInclusionCommand.self, LedgerWitnessCommand.self,
        ])
}
