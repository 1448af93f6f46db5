internal import Foundation
internal import GRDB

extension SQLValue {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): StorableText.of(text).databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
