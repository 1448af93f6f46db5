/// The limits of an emission standard, by category of outlet (GB 18466 tables, GB 18485 table 4).
public struct DischargeLimits: Hashable, Sendable {
    /// The mean a limit is meant for.
    public enum Averaging: String, Hashable, Sendable, CaseIterable {
        /// The hourly mean.
        case hour
        /// The mean of a day.
        case day
    }

    /// One limit.
    public struct Row: Hashable, Sendable {
        /// The item.
        public let item: DischargeItem
        /// The item's HJ 212 code; nil where it has none.
        public let code: String?
        /// The item's name.
        public let name: String
        /// The unit of the limit.
        public let unit: String
        /// The mean that is compared.
        public let averaging: Averaging
        /// Where it is measured, when not at the outlet (`contact_tank`).
        public let place: String?
        /// The limit.
        public let bound: DischargeBound

        /// Makes a row.
        public init(
            item: DischargeItem, code: String?, name: String, unit: String, averaging: Averaging, place: String?,
            bound: DischargeBound
        ) {
            self.item = item
            self.code = code
            self.name = name
            self.unit = unit
            self.averaging = averaging
            self.place = place
            self.bound = bound
        }
    }

    /// A kind of outlet with limits of its own.
    public struct Category: Hashable, Sendable {
        /// The id: `infectious`.
        public let id: String
        /// The name as cited.
        public let name: String
        /// Its limits.
        public let rows: [Row]

        /// Makes a category.
        public init(id: String, name: String, rows: [Row]) {
            self.id = id
            self.name = name
            self.rows = rows
        }

        /// The limit of an item, asked for by its short name or HJ 212 code; nil where the standard has none.
        public func row(_ item: String, _ averaging: Averaging, place: String? = nil) -> Row? {
            rows.first {
                ($0.item.rawValue == item || $0.code == item) && $0.averaging == averaging && $0.place == place
            }
        }
    }

    /// Id of the rule, for example `GB18466-2005`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// What is discharged.
    public let medium: DischargeMedium
    /// The categories, in the order of the standard.
    public let categories: [Category]

    /// Makes the limits.
    ///
    /// - Throws: `.invalidRule` without categories, for one that stands twice, for two limits of one item, mean and
    ///   place, and for a limit that cannot be used.
    public init(
        id: String, title: String, medium: DischargeMedium, categories: [Category]
    ) throws(StandardsError) {
        guard !categories.isEmpty, Set(categories.map(\.id)).count == categories.count else {
            throw StandardsError(.invalidRule, subject: "categories")
        }
        for category in categories {
            var seen: Set<[String]> = []
            for row in category.rows {
                let isNew = seen.insert([row.item.rawValue, row.averaging.rawValue, row.place ?? ""]).inserted
                guard isNew, row.bound.isUsable else {
                    throw StandardsError(.invalidRule, subject: category.id, value: row.item.rawValue)
                }
            }
        }
        self.id = id
        self.title = title
        self.medium = medium
        self.categories = categories
    }

    /// A category by its id; nil when the standard has none of that name.
    public func category(_ id: String) -> Category? { categories.first { $0.id == id } }
}
