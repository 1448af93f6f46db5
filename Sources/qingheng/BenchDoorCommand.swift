import ArgumentParser
import Gateway
import House
import Ledger
import Records
import Registry

/// Records taken in by the one door: checked, appended to the ledger with its tree, projected, and on disk.
struct BenchDoorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "door", abstract: "记录入台账的速度")

    @Option(help: "记录数")
    var records = 20_000

    @Option(help: "每个事务的记录数")
    var together = 1

    @Option(help: "重复次数")
    var rounds = 5

    @OptionGroup var store: DataOptions

    func run() async throws {
        let bureau = try await store.open()
        let actor = Actor(id: "bench", permissions: [RegistryActions.edit])
        for round in 0..<rounds {
            let actions = (0..<records).map { number in
                RegistryActions.register(
                    "outlet-\(round)-\(number)", kind: .outlet, name: "\(number)号排口",
                    fields: ["enterprise": "测速", "medium": "air", "limits": .array([])], by: actor)
            }
            let elapsed = try await ContinuousClock().measure {
                for first in stride(from: 0, to: records, by: together) {
                    try await bureau.book.record(Array(actions[first..<min(first + together, records)]))
                }
            }
            Terminal.say("\(Int(Double(records) / elapsed.inSeconds)) records/s")
        }
    }
}
