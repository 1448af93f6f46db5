import ArgumentParser
import Foundation
import House

/// The command line of 青衡.
@main
struct Qingheng: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingheng",
        abstract: "青衡：生态环境局业务记录系统",
        subcommands: [
            ServeCommand.self, DemoCommand.self, ImportCommand.self, PacketCommand.self, DeviceCommand.self,
            AirCommand.self,
            WaterCommand.self, NoiseCommand.self, DischargeCommand.self, StandardsCommand.self, ReportCommand.self,
            FigureCommand.self, ExplainChangeCommand.self, LedgerCommand.self, ProofCommand.self, VerifyCommand.self,
            UserCommand.self, BackupCommand.self, RestoreCommand.self, RebuildCommand.self, CatalogCommand.self,
            ClockCommand.self, CaseworkCommand.self,
            BenchCommand.self,
        ])

    /// Exit 0 done, 1 findings or rows refused, 2 usage, 3 could not run.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Foundation.exit(status.code)
        } catch {
            if Self.exitCode(for: error) == .success || isUsage(error) {
                let text = HelpText.inChinese(fullMessage(for: error))
                if Self.exitCode(for: error) == .success {
                    Terminal.say(text)
                    Foundation.exit(0)
                }
                Terminal.complain(text)
                Foundation.exit(2)
            }
            Terminal.complain("错误：" + ErrorMessage.text(error))
            Foundation.exit(3)
        }
    }

    private static func isUsage(_ error: any Error) -> Bool { Self.exitCode(for: error) == .validationFailure }
}
