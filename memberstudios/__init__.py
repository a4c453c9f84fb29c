"""Member Studios: a static directory of 政协委员工作室, made from records. Start reading at `pipeline`."""
