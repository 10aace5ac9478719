</code></pre><script>alert(1)</script>
