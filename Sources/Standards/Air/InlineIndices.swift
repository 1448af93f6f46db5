/// Six IAQI in place; below zero stands for none.
struct InlineIndices: Hashable, Sendable {
    private var so2: Int16 = -1
    private var no2: Int16 = -1
    private var pm10: Int16 = -1
    private var pm25: Int16 = -1
    private var co: Int16 = -1
    private var o3: Int16 = -1

    init(so2: Int16, no2: Int16, pm10: Int16, pm25: Int16, co: Int16, o3: Int16) {
        self.so2 = so2
        self.no2 = no2
        self.pm10 = pm10
        self.pm25 = pm25
        self.co = co
        self.o3 = o3
    }

    subscript(item: AirItem) -> Int? {
        let index =
            switch item {
            case .so2: so2
            case .no2: no2
            case .pm10: pm10
            case .pm25: pm25
            case .co: co
            case .o3: o3
            }
        return index < 0 ? nil : Int(index)
    }
}
