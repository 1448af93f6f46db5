import Standards

extension AirIndexNote {
    /// What a reader must know beside the number.
    var sentence: String {
        switch self {
        case .withheldForMissing(let items): "缺 \(items.screenNames)，按标准不发布 AQI"
        case .publishedWithout(let items): "缺 \(items.screenNames)，其余项目已超过 100，按标准仍发布 AQI"
        case .blankInFeed(let item): "国家发布数据中 \(item.screenName) 为空白，不视为缺测"
        case .aboveTable(let item): "\(item.screenName) 高于分级表上限，IAQI 按上限计"
        case .notComputedFrom(let item): "\(item.screenName) 高于 1 小时分级表上限，1 小时值不计算 IAQI"
        case .negative(let item): "\(item.screenName) 为负值，按缺测处理"
        case .raisedToMinimum: "计算值为 0，按标准取最小值 1"
        }
    }
}
