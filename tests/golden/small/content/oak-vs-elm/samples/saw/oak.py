saw(oak)
