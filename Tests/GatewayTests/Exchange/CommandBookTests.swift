import Catalog
import HJ212
import Registry
import Standards
import Testing

@testable import Gateway

struct CommandBookTests {
    private let book: CommandBook

    init() throws {
        book = try CommandBook(
            try RuleCatalog.load(overlay: nil), on: try #require(CivilDate(year: 2026, month: 11, day: 22)))
    }

    /// A value that a parameter takes.
    private func value(_ parameter: CommandParameter) -> String {
        switch parameter.kind {
        case .whole(let range): String(range.upperBound)
        case .choice(let choices, _): choices.last ?? ""
        case .code: "w01018"
        case .info: "i13001"
        case .text(let longest): String(repeating: "1", count: min(longest, 24))
        case .time, .label: "20261122080000"
        case .clock: "060000"
        }
    }

    @Test func `every command that the code knows stands in the catalog once`() {
        #expect(book.definitions.map(\.name.rawValue).sorted() == CommandName.allCases.map(\.rawValue).sorted())
    }

    @Test func `every command can be written for every form of the protocol that the catalog names, under its number`()
        throws
    {
        let target = try #require(DataTime(digits: Array("20261122080000".utf8)))
        let key = try #require(CipherKey(text: "0123456789abcdef"))
        for definition in book.definitions where definition.commandClass.need(on: .bureau) != .refused {
            let secret: CommandSecret? =
                switch definition.name {
                case .setKey: .key(key, id: "K1", creation: "20261122080000000")
                case .setPassword: .password("abc123")
                default: nil
                }
            for dialect in definition.dialects {
                let values = Dictionary(
                    uniqueKeysWithValues: definition.parameters.filter { !$0.isOptional }.map { ($0.name, value($0)) })
                for parameter in definition.parameters where !parameter.isOptional {
                    #expect(parameter.accepts(value(parameter)), "\(definition.name) \(parameter.name)")
                }
                let message = try definition.name.message(
                    values, dialect: dialect, target: target, secret: secret)
                let address = DeviceAddress(
                    mn: "A1", password: "123456", systemType: .waterSource, dialect: dialect)
                let bytes = try PacketWriter.frame(of: message, to: address, qn: "20261122080000000")
                let number = Packet(record: bytes)?.commandNumber?.rawValue
                // The clock of the logger itself has numbers of its own in the protocol for surface water (8.5).
                let isMoved = dialect == .surfaceWater2017 && [1011, 1012].contains(definition.number)
                #expect(
                    number == (isMoved ? definition.number + 3 : definition.number), "\(definition.name) \(dialect)")
            }
        }
    }

    @Test func `on a polluter's device only reading, history and keeping a sample of an exceedance are free`() {
        for definition in book.definitions {
            let isFree = definition.commandClass.need(on: .enterprise) == .free
            let number = definition.number
            let reads =
                [1011, 1021, 1031, 1041, 1061, 1063, 3015, 3017, 3018, 3019, 3020].contains(number)
                || definition.longestSeconds != nil
            #expect(isFree == reads, "\(definition.name)")
        }
    }

    @Test func `what may be asked again after a restart only reads, or brings the same key again`() {
        for definition in book.definitions where definition.commandClass.isRepeatable && definition.name != .setKey {
            #expect(definition.commandClass.right == .read)
        }
        #expect(book.definition("keep-sample")?.commandClass.isRepeatable == false)
    }
}
