/// In which form a value is compared with the limits of GB 3838.
public enum WaterComparison: Hashable, Sendable {
    /// As it is (全数值比较): real-time classes of automatic stations.
    case unrounded
    /// Rounded half to even to these decimals first, one significant digit kept: assessment of periods.
    case rounded([WaterItem: Int])
}
