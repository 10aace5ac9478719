saw(elm) && <rest>
