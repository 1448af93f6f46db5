import Monitoring
import Registry
import Standards

/// What the matrix of a day is made of.
struct ReviewMatrixSheet {
    struct Row {
        let station: RegisteredObject
        let item: AirItem
        /// Whether its values take decisions of this bureau.
        let isOpen: Bool
    }

    let query: ReviewMatrixQuery
    let day: CivilDate
    let item: AirItem
    let air: AirDaySheet

    init(_ query: ReviewMatrixQuery, in context: PageContext) throws {
        self.query = query
        day = query.day ?? context.yesterday
        if let id = query.station {
            air = try StationSheet.sheet(
                of: try context.object(id, .station, called: "站点"), on: day, in: context)
        } else {
            air = try AirDaySheet(day, in: context)
        }
        item = query.item ?? air.findings.first { $0.isQuestion }?.items.first ?? .pm25
    }

    var rows: [Row] {
        guard let id = query.station, let station = air.stations.first(where: { $0.id == id }) else {
            return air.stations.map { Row(station: $0, item: item, isOpen: air.reviewRefusal(of: $0) == nil) }
        }
        let isOpen = air.reviewRefusal(of: station) == nil
        return AirItem.allCases.map { Row(station: station, item: $0, isOpen: isOpen) }
    }

    /// The stations whose values this bureau reviews.
    var ownStations: [RegisteredObject] { air.stations.filter(StationOwnership.isReviewedHere) }

    var viewText: String {
        guard let id = query.station, let station = air.stations.first(where: { $0.id == id }) else {
            return "\(item.screenName)（\(item.screenUnit)）× 各站"
        }
        return "\(station.name) × 各项"
    }

    /// What waits for a decision, the heaviest first.
    func queue(in context: PageContext) throws -> [ReviewQueue.Entry] {
        try ReviewQueue.entries(
            air.findings, of: air.stations, on: day, catalog: context.catalog, in: context.connection)
    }
}
